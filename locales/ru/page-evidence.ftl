# Панель подтверждений

evidence-panel = Подтверждения
evidence-coverage = Утверждений подтверждено
evidence-coverage-none = утверждений пока нет
evidence-none = Подтверждений пока нет. Добавьте интервью, опросы, отзывы и цифры, на которых держится карта, и сошлитесь на них там, где они это показывают. Что ни на что не ссылается — предположение.
evidence-add = Добавить подтверждение
evidence-title = Что это
evidence-note = О чём говорит
evidence-open = Открыть ссылку
evidence-cited = { $count ->
    [0] ссылок пока нет
    [one] { $count } ссылка
    [few] { $count } ссылки
   *[other] { $count } ссылок
}
evidence-cited-by = Где на него ссылаются
evidence-cite = Сослаться в выбранном
evidence-remove = Удалить
evidence-assumptions = { $count ->
    [one] { $count } предположение
    [few] { $count } предположения
   *[other] { $count } предположений
}
evidence-assumptions-all = Показать все
evidence-in-portrait = В портрете персоны
evidence-gone-to = { $text }
evidence-feeling = Что чувствует { $persona }
