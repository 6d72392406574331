# Надписи постера. Термины — по глоссарию; тексты самих карт здесь не хранятся.

# Шапка
status-draft = Черновик
status-in-review = На согласовании
status-approved = Утверждена
status-archived = В архиве
state-as-is = как есть
state-to-be = как будет
subject-customer = клиент
subject-employee = сотрудник
subject-partner = партнёр
subject-patient = пациент
subject-order = заказ
detail-owner = Ответственный
detail-period = Период
detail-version = Версия
detail-date = Дата
detail-measured = Измерено
persona-facts = Факты
persona-needs = Потребности
persona-motives = Мотивы
persona-worries = Тревоги
persona-behaviour = Поведение
personas-title = Персоны

# Выводы; число стоит перед словами
finding-travellers-customer = { $count ->
    [one] клиент
    [few] клиента
   *[other] клиентов
}
finding-travellers-employee = { $count ->
    [one] сотрудник
    [few] сотрудника
   *[other] сотрудников
}
finding-travellers-partner = { $count ->
    [one] партнёр
    [few] партнёра
   *[other] партнёров
}
finding-travellers-patient = { $count ->
    [one] пациент
    [few] пациента
   *[other] пациентов
}
finding-travellers-order = { $count ->
    [one] заказ
    [few] заказа
   *[other] заказов
}
finding-travellers-other = { $count ->
    [one] участник
    [few] участника
   *[other] участников
}
finding-overall = доходят до «{ $place }»
finding-overall-interval = доходят до «{ $place }» ({ $low }–{ $high })
finding-evidence = утверждений подтверждено
finding-worst = теряются между «{ $from }» и «{ $to }»
finding-not-on-map = совершили «{ $event }», чего нет на карте
finding-not-on-map-more = совершили «{ $event }», чего нет на карте, как и ещё { $others ->
    [one] { $others } события
   *[other] { $others } событий
}
finding-never-taken = ни разу не пройдено: { $places }
finding-stages = { $count ->
    [one] этап
    [few] этапа
   *[other] этапов
}
finding-steps = { $count ->
    [one] шаг
    [few] шага
   *[other] шагов
}
finding-touchpoints = { $count ->
    [one] точка контакта
    [few] точки контакта
   *[other] точек контакта
}, связано с событиями: { $bound }
finding-barriers = { $count ->
    [one] барьер
    [few] барьера
   *[other] барьеров
}
finding-critical = Критичнее всего ({ $criticality } из 5): { $barrier }

# Строки
goal-of-stage = Цель этапа
steps = Шаги
steps-caption = чем подтверждены
steps-without = Подтверждение
continued = (продолжение)
measured = Измерено
measured-caption = дошли до шага, доля, перешли к следующему
backstage = закулисье
line-interaction = Линия взаимодействия
line-visibility = Линия видимости
line-internal = Линия внутреннего взаимодействия
moment-zero = Нулевой момент истины
moment-first = Первый момент истины
moment-second = Второй момент истины
moment-ultimate = Итоговый момент истины
moment-aha = Ага-момент
expected-time = ожидает не дольше { $time }
quotation = «{ $text }»

# Подтверждения под шагом
assumption = предположение
evidence-interview = { $count ->
    [1] интервью
   *[other] { $count } интервью
}
evidence-survey = { $count ->
    [1] опрос
    [one] { $count } опрос
    [few] { $count } опроса
   *[other] { $count } опросов
}
evidence-review = { $count ->
    [1] отзывы
    [one] { $count } подборка отзывов
    [few] { $count } подборки отзывов
   *[other] { $count } подборок отзывов
}
evidence-observation = { $count ->
    [1] наблюдение
    [one] { $count } наблюдение
    [few] { $count } наблюдения
   *[other] { $count } наблюдений
}
evidence-statistics = статистика
evidence-workshop = { $count ->
    [1] воркшоп
    [one] { $count } воркшоп
    [few] { $count } воркшопа
   *[other] { $count } воркшопов
}
evidence-study = { $count ->
    [1] исследование
    [one] { $count } исследование
    [few] { $count } исследования
   *[other] { $count } исследований
}

# Измеренные значения
median-time = медиана { $time }
median-p90 = медиана { $time }, 9 из 10 за { $p90 }
retention = вернулись { $share }
retention-without = вернулись { $share } (из остальных { $without })
dropped = не пошли дальше: { $number }
to-next = переходят к следующему шагу: { $share }
metric-audience = аудитория
metric-share = доля аудитории
metric-conversion_to_next = конверсия в следующий шаг
metric-median_seconds_to_next = медианное время до следующего шага
metric-retention = удержание
metric-emotion = измеренная эмоция
target-at-least = { $metric }: не меньше { $value }
target-at-most = { $metric }: не больше { $value }
target-met = Достигнуто — { $target }
target-missed = Не достигнуто — { $target }

# Эмоции
emotion-claimed = по мнению команды
emotion-measured = измерено
emotion-measured-interval = измерено, 95 %
emotion-wished = желаемое
emotion-of = { $persona }, { $what }
emotion-gap = разрыв { $gap }
emotion-ratings = { $ratings ->
    [one] { $number } оценка
    [few] { $number } оценки
   *[other] { $number } оценок
}
emotion-alt = Эмоциональная кривая от −2 до +2.
emotion-alt-series = { $name }: { $points }.
emotion-alt-point = { $place } { $value }

# Барьеры и идеи
criticality = критичность { $value }
barrier-at = где: { $touchpoints }
barrier-whom = кому: { $personas }
idea-against = против: { $barrier }
idea-at = где: { $touchpoint }
idea-ease = лёгкость: { $parts }
idea-ease-design = дизайн { $value }
idea-ease-development = разработка { $value }
idea-owner = ответственный: { $owner }
idea-lifts = поднимет { $from } → { $to }
idea-status-proposed = предложено
idea-status-planned = запланировано
idea-status-in-progress = в работе
idea-status-done = сделано
idea-status-rejected = отклонено

# Легенда и подвал
legend-backed = подтверждено
legend-assumed = предположение
legend-moment = момент истины
legend-bound = точка контакта связана с событиями
legend-unbound = не связана
legend-worst = наибольшая потеря
legend-critical = критичность от 1 до 5
legend-loop = возврат
legend-branch = ветвление
legend-skip = короткий путь
legend-link = есть своя карта
made-with = Сделано в Kelias
version-of = версия { $version }
picture-missing = изображение

# Страница
page-map = Карта
page-measured = Что измерено
page-findings = О чём говорит карта
page-stage = Этап
page-step = Шаг
page-lane = Дорожка
page-travellers = Участники
page-share = Доля
page-next = Перешли дальше
page-dropped = Потеряно
page-median = Медианное время до следующего шага
page-p90 = 9 из 10 за
page-retention = Вернулись
page-retention-without = Вернулись без шага
page-emotion = Эмоция, измерено
page-ratings = Оценки
page-event = Событие
page-count = Раз
page-not-on-map = Нет на карте
page-definitions = Что означают числа
page-define-travellers = у кого есть хотя бы одно событие шага
page-define-share = от всех за период, с 95-процентным интервалом Уилсона
page-define-next = из тех, кто был на шаге, — перешедшие в пределах окна к следующему связанному шагу
page-define-time = у тех, кто перешёл: от шага до следующего
page-define-retention = активны через 8–14 дней после шага — против тех, кто того же возраста, но на шаге не был
page-define-emotion = среднее оценок, приведённых со своей шкалы к −2 .. +2; если оценок слишком мало, числа нет

# Единицы
seconds = { $n } с
minutes = { $n } мин
hours = { $n } ч
days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}
weeks = { $n ->
    [one] { $n } неделя
    [few] { $n } недели
   *[other] { $n } недель
}
