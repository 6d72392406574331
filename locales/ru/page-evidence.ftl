# Панель подтверждений

evidence-panel = Подтверждения
evidence-coverage = Утверждений подтверждено
evidence-coverage-none = утверждений пока нет
evidence-none = Подтверждений пока нет. Добавьте интервью, опросы, отзывы и цифры, на которых держится карта, и укажите их там, где они что-то подтверждают. Что ничем не подтверждено — предположение.
evidence-add = Добавить подтверждение
evidence-title = Что это
evidence-note = О чём говорит
evidence-open = Открыть ссылку
evidence-cited = { $count ->
    [0] пока ничего не подтверждает
    [one] подтверждает { $count } утверждение
    [few] подтверждает { $count } утверждения
   *[other] подтверждает { $count } утверждений
}
evidence-cited-by = Что подтверждает
evidence-cite = Подтвердить выбранное
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
