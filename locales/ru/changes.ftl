# Рассказ о том, что изменилось между двумя состояниями карты, для страницы и командной строки.

# Вещь целиком
change-added = { $what ->
    [tag] Метка «{ $title }» добавлена.
    [evidence] Подтверждение «{ $title }» добавлено.
    [persona] Персона «{ $title }» добавлена.
    [lane] Дорожка «{ $title }» добавлена.
    [stage] Этап «{ $title }» добавлен.
    [step] Шаг «{ $title }» добавлен.
    [touchpoint] Точка контакта «{ $title }» добавлена.
    [binding] Привязка «{ $title }» добавлена.
    [emotion] Эмоция «{ $title }» добавлена.
    [item] Карточка «{ $title }» добавлена.
    [barrier] Барьер «{ $title }» добавлен.
    [idea] Идея «{ $title }» добавлена.
    [transition] Переход «{ $title }» добавлен.
    [target] Целевое значение «{ $title }» добавлено.
   *[other] «{ $title }»: добавлено.
}
change-removed = { $what ->
    [tag] Метка «{ $title }» удалена.
    [evidence] Подтверждение «{ $title }» удалено.
    [persona] Персона «{ $title }» удалена.
    [lane] Дорожка «{ $title }» удалена.
    [stage] Этап «{ $title }» удалён.
    [step] Шаг «{ $title }» удалён.
    [touchpoint] Точка контакта «{ $title }» удалена.
    [binding] Привязка «{ $title }» удалена.
    [emotion] Эмоция «{ $title }» удалена.
    [item] Карточка «{ $title }» удалена.
    [barrier] Барьер «{ $title }» удалён.
    [idea] Идея «{ $title }» удалена.
    [transition] Переход «{ $title }» удалён.
    [target] Целевое значение «{ $title }» удалено.
   *[other] «{ $title }»: удалено.
}
change-moved = { $what ->
    [tag] Метка «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [evidence] Подтверждение «{ $title }» перенесено из «{ $from }» в «{ $to }».
    [persona] Персона «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [lane] Дорожка «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [stage] Этап «{ $title }» перенесён из «{ $from }» в «{ $to }».
    [step] Шаг «{ $title }» перенесён из «{ $from }» в «{ $to }».
    [touchpoint] Точка контакта «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [binding] Привязка «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [emotion] Эмоция «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [item] Карточка «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [barrier] Барьер «{ $title }» перенесён из «{ $from }» в «{ $to }».
    [idea] Идея «{ $title }» перенесена из «{ $from }» в «{ $to }».
    [transition] Переход «{ $title }» перенесён из «{ $from }» в «{ $to }».
    [target] Целевое значение «{ $title }» перенесено из «{ $from }» в «{ $to }».
   *[other] «{ $title }»: перенесено из «{ $from }» в «{ $to }».
}
change-reordered = { $what ->
    [tag] Метка «{ $title }» перенесена с места { $from } на место { $to }.
    [evidence] Подтверждение «{ $title }» перенесено с места { $from } на место { $to }.
    [persona] Персона «{ $title }» перенесена с места { $from } на место { $to }.
    [lane] Дорожка «{ $title }» перенесена с места { $from } на место { $to }.
    [stage] Этап «{ $title }» перенесён с места { $from } на место { $to }.
    [step] Шаг «{ $title }» перенесён с места { $from } на место { $to }.
    [touchpoint] Точка контакта «{ $title }» перенесена с места { $from } на место { $to }.
    [binding] Привязка «{ $title }» перенесена с места { $from } на место { $to }.
    [emotion] Эмоция «{ $title }» перенесена с места { $from } на место { $to }.
    [item] Карточка «{ $title }» перенесена с места { $from } на место { $to }.
    [barrier] Барьер «{ $title }» перенесён с места { $from } на место { $to }.
    [idea] Идея «{ $title }» перенесена с места { $from } на место { $to }.
    [transition] Переход «{ $title }» перенесён с места { $from } на место { $to }.
    [target] Целевое значение «{ $title }» перенесено с места { $from } на место { $to }.
   *[other] «{ $title }»: перенесено с места { $from } на место { $to }.
}

# Что появилось или исчезло вместе с ним
change-steps = { $count ->
    [one] в нём { $count } шаг
    [few] в нём { $count } шага
   *[other] в нём { $count } шагов
}
change-cards = { $count ->
    [one] в нём { $count } карточка
    [few] в нём { $count } карточки
   *[other] в нём { $count } карточек
}

# Его текст или значение
change-reworded = «{ $title }»: { $field } — изменена формулировка.
change-reworded-in = «{ $title }»: { $field } — изменена формулировка ({ $language }).
change-written = «{ $title }»: { $field } — написано: «{ $after }».
change-written-in = «{ $title }»: { $field } — написано ({ $language }): «{ $after }».
change-erased = «{ $title }»: { $field } — стёрто. Было: «{ $before }».
change-erased-in = «{ $title }»: { $field } — стёрто ({ $language }). Было: «{ $before }».
change-set = «{ $title }»: { $field } — было «{ $before }», стало «{ $after }».
change-set-first = «{ $title }»: { $field } — теперь «{ $after }».
change-cleared = «{ $title }»: { $field } — убрано. Было «{ $before }».
change-felt-better = { $field ->
    [wished] Для персоны «{ $persona }» в «{ $place }» желают лучшей эмоции: { $after } вместо { $before }.
   *[claimed] Персоне «{ $persona }» в «{ $place }» лучше: { $after } вместо { $before }.
}
change-felt-worse = { $field ->
    [wished] Для персоны «{ $persona }» в «{ $place }» желают более скромной эмоции: { $after } вместо { $before }.
   *[claimed] Персоне «{ $persona }» в «{ $place }» хуже: { $after } вместо { $before }.
}

# Весь список изменений
change-none = Ничего не изменилось.
change-count = { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[other] { $count } изменений
}

# Где оно стоит и как называется то, у чего нет названия
change-in-map = карта
change-in-cell = { $place }, { $lane }
change-in-portrait = { $persona }, { $list }
change-of-emotion = { $persona }, { $place }
change-of-transition = { $from } → { $to }
change-of-target = { $metric }, { $place }
change-untitled = без названия
change-yes = да
change-no = нет

# Как называются её тексты и значения
change-field-accent = цвет акцентов
change-field-actor = кто действует
change-field-alert-after = тревога через
change-field-at-least = не меньше
change-field-at-most = не больше
change-field-behaviour = поведение
change-field-channel = канал
change-field-claimed = эмоция
change-field-colour = цвет
change-field-criticality = критичность
change-field-date = дата
change-field-design-ease = лёгкость проектирования
change-field-development-ease = лёгкость разработки
change-field-events = события
change-field-evidence = подтверждение
change-field-expected-time = ожидаемое время
change-field-facts = факты
change-field-from = от
change-field-goal = цель
change-field-hidden = скрыто
change-field-icon = значок
change-field-id = идентификатор
change-field-image = изображение
change-field-kind = вид
change-field-language = язык
change-field-layer = слой
change-field-lifts = переход, который она должна улучшить
change-field-link = ссылка
change-field-map = отдельная карта
change-field-metric = метрика
change-field-moment-of-truth = момент истины
change-field-motives = мотивы
change-field-name = имя
change-field-needs = потребности
change-field-note = примечание
change-field-owner = ответственный
change-field-personas = персоны
change-field-picture = портрет
change-field-product = продукт
change-field-purpose = назначение
change-field-quote = цитата
change-field-ribbon = цвет этапов
change-field-role = роль
change-field-segment = сегмент
change-field-side = видимая часть или закулисье
change-field-state = состояние
change-field-status = статус
change-field-step = шаг
change-field-subject = чей путь
change-field-success = критерий успеха
change-field-text = текст
change-field-title = название
change-field-to = до
change-field-touchpoint = точка контакта
change-field-touchpoints = точки контакта
change-field-until = до
change-field-where = условие
change-field-who = кого спрашивали
change-field-wished = желаемая эмоция
change-field-word = слово для эмоции
change-field-worries = опасения
