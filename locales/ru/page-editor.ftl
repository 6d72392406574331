# Слова редактора. Термины — по глоссарию.

# The bar on top
editor-all-maps = Все карты
editor-rename-map = Переименовать карту
editor-status = Статус
editor-status-draft = Черновик
editor-status-in-review = На согласовании
editor-status-approved = Утверждена
editor-status-archived = В архиве
editor-state = Что показывает
editor-state-as-is = как есть
editor-state-to-be = как будет
editor-state-none = как есть или как будет?
editor-personas = Персоны на карте
editor-people = Кто здесь
editor-undo = Отменить
editor-redo = Повторить
editor-measured = Измерено
editor-assumptions = Предположения
editor-present = Показать по этапам
editor-more = Ещё
editor-print-note = Для бумаги есть постер: в редакторе его открывает Ctrl+P или меню «Ещё».
editor-download-svg = Скачать постер (SVG)
editor-content-language = Язык карты
editor-filter = Выбрать дорожки и этапы
editor-lanes = Дорожки
editor-show-all = Показать всё
editor-show-hidden = Показывать скрытое на карте
editor-hidden = скрыто
editor-zoom = Масштаб
editor-zoom-value = Масштаб { $value }, вернуть 100 %

# Whether everything is kept
editor-save-saved = Всё сохранено
editor-save-saved-more = Все изменения на диске сервера
editor-save-saving = Сохраняется…
editor-save-offline = Нет связи
editor-save-refused = Не сохранено

# What the map says; the number stands before the words
editor-findings = Что говорит карта
editor-finding-travellers-customer = { $count ->
    [one] клиент
    [few] клиента
   *[many] клиентов
}
editor-finding-travellers-employee = { $count ->
    [one] сотрудник
    [few] сотрудника
   *[many] сотрудников
}
editor-finding-travellers-partner = { $count ->
    [one] партнёр
    [few] партнёра
   *[many] партнёров
}
editor-finding-travellers-patient = { $count ->
    [one] пациент
    [few] пациента
   *[many] пациентов
}
editor-finding-travellers-order = { $count ->
    [one] заказ
    [few] заказа
   *[many] заказов
}
editor-finding-travellers-other = { $count ->
    [one] путник
    [few] путника
   *[many] путников
}
editor-finding-overall = доходят до «{ $place }»
editor-finding-evidence = утверждений подтверждено
editor-finding-worst = уходят между «{ $from }» и «{ $to }»
editor-finding-not-on-map = сделали «{ $event }», чего нет на карте{ $others ->
    [0] { "" }
    [one] , как и ещё { $others } события
   *[many] , как и ещё { $others } событий
}
editor-finding-never-taken = никем не пройдено: { $places }
editor-finding-stages = { $count ->
    [one] этап
    [few] этапа
   *[many] этапов
}
editor-finding-steps = { $count ->
    [one] шаг
    [few] шага
   *[many] шагов
}
editor-finding-touchpoints = { $count ->
    [one] точка контакта, связано с событиями: { $bound }
    [few] точки контакта, связано с событиями: { $bound }
   *[many] точек контакта, связано с событиями: { $bound }
}
editor-finding-barriers = { $count ->
    [one] барьер
    [few] барьера
   *[many] барьеров
}
editor-finding-critical = Самое критичное ({ $value } из 5): { $barrier }

# The grid
editor-grid = Карта «{ $title }»
editor-row-stages = Этапы
editor-row-steps = Шаги
editor-row-steps-caption = чем подтверждены
editor-row-goals = Цель этапа
editor-row-success = Критерий успеха
editor-row-measured = Измерено
editor-row-measured-caption = дошли до шага, доля, пошли дальше
editor-untitled = без названия
editor-untitled-map = Карта без названия
editor-untitled-stage = Этап без названия
editor-untitled-step = Шаг без названия
editor-label-title = Название карты
editor-label-stage = Название этапа
editor-label-step = Название шага
editor-label-lane = Название дорожки
editor-label-goal = Цель этапа «{ $stage }»
editor-label-success = Критерий успеха
editor-expected = ожидается за { $time }
editor-assumption = предположение
editor-open-sub-map = Открыть карту этапа «{ $stage }»
editor-open-link = Открыть «{ $link }»
editor-part-of = Назад к карте «{ $map }»
editor-part-of-several = Эта карта входит в
editor-cell-empty = { $lane }, { $place }: пусто
editor-cell-name = { $lane }, { $place }
editor-add-here = Добавить сюда
editor-nothing-to-add = Сюда ничего не добавить
editor-paste-nowhere = Сюда это не вставить. Сначала выберите ячейку дорожки.
editor-paste-no-map = Карта получается хотя бы из двух строк и двух столбцов: этапы в первой строке, названия дорожек в первом столбце.
editor-ideas-need-barrier = Идея отвечает на барьер: сначала добавьте барьер
editor-arcs = Пути в сторону от прямой
editor-arc-name = { $kind }: { $name }, от «{ $from }» к «{ $to }»
editor-transition-loop = возврат
editor-transition-branch = ветвление
editor-transition-skip = короткий путь
editor-jump = К этапу
editor-jump-part = { $from } – { $until }
editor-jump-to = К этапу «{ $stage }»
editor-drag-how = Пробел — взять, стрелки — двигать, пробел — положить, Escape — оставить на месте
editor-drag-start = { $name }: взято
editor-drag-cancel = Осталось на месте
editor-moment-zero = Нулевой момент истины
editor-moment-first = Первый момент истины
editor-moment-second = Второй момент истины
editor-moment-ultimate = Итоговый момент истины
editor-moment-aha = Ага-момент
editor-line-interaction = Линия взаимодействия
editor-line-visibility = Линия видимости
editor-line-internal = Линия внутреннего взаимодействия

# Evidence under a step
editor-evidence-interview = { $count ->
    [1] интервью
    [one] { $count } интервью
    [few] { $count } интервью
   *[many] { $count } интервью
}
editor-evidence-survey = { $count ->
    [1] опрос
    [one] { $count } опрос
    [few] { $count } опроса
   *[many] { $count } опросов
}
editor-evidence-review = { $count ->
    [1] отзывы
    [one] { $count } подборка отзывов
    [few] { $count } подборки отзывов
   *[many] { $count } подборок отзывов
}
editor-evidence-observation = { $count ->
    [1] наблюдение
    [one] { $count } наблюдение
    [few] { $count } наблюдения
   *[many] { $count } наблюдений
}
editor-evidence-statistics = { $count ->
    [1] статистика
    [one] { $count } набор статистики
    [few] { $count } набора статистики
   *[many] { $count } наборов статистики
}
editor-evidence-workshop = { $count ->
    [1] воркшоп
    [one] { $count } воркшоп
    [few] { $count } воркшопа
   *[many] { $count } воркшопов
}
editor-evidence-study = { $count ->
    [1] исследование
    [one] { $count } исследование
    [few] { $count } исследования
   *[many] { $count } исследований
}
editor-evidence-more = +{ $count }

# Lanes
editor-lane-kind-text = Текст
editor-lane-about-text = короткие тексты, например действия клиента
editor-lane-title-text = Делает
editor-lane-kind-list = Список
editor-lane-about-list = пункты один под другим
editor-lane-title-list = Список
editor-lane-kind-questions = Вопросы
editor-lane-about-questions = что спрашивают, их словами
editor-lane-title-questions = Вопросы
editor-lane-kind-goals = Цели
editor-lane-about-goals = чего хотят достичь
editor-lane-title-goals = Цели
editor-lane-kind-quotes = Цитаты
editor-lane-about-quotes = что было сказано, слово в слово
editor-lane-title-quotes = Цитаты
editor-lane-kind-emotion = Эмоции
editor-lane-about-emotion = кривая того, что чувствуют
editor-lane-title-emotion = Чувствует
editor-lane-kind-touchpoints = Точки контакта
editor-lane-about-touchpoints = где это происходит, с каналами
editor-lane-title-touchpoints = Точки контакта
editor-lane-kind-image = Изображения
editor-lane-about-image = экраны, фотографии, эскизы
editor-lane-title-image = Изображения
editor-lane-kind-process = Процесс
editor-lane-about-process = что происходит за кулисами
editor-lane-title-process = За кулисами
editor-lane-kind-metric = Метрика
editor-lane-about-metric = числа, где можно — измеренные
editor-lane-title-metric = Метрика
editor-lane-kind-barriers = Барьеры
editor-lane-about-barriers = что мешает и насколько
editor-lane-title-barriers = Барьеры
editor-lane-kind-ideas = Идеи
editor-lane-about-ideas = что можно сделать с барьерами
editor-lane-title-ideas = Идеи
editor-lane-kind-blueprint = Слой блюпринта
editor-lane-about-blueprint = кто что делает до и за линией видимости
editor-lane-title-blueprint = Действия клиента
editor-lane-caption-questions = их словами
editor-lane-caption-quotes = слово в слово
editor-lane-caption-touchpoints = где это происходит
editor-lane-caption-barriers = что мешает
editor-lane-caption-ideas = что можно сделать
editor-lane-caption-process = что происходит за кулисами
editor-lane-whole = для этапов целиком
editor-add-lane = Добавить дорожку
editor-lanes-empty = Дорожки — это строки карты: что клиент делает, чувствует, спрашивает и что ему мешает. Добавьте первую.

# Cards
editor-card-backed = { $lane }: { $text }. Подтверждено.
editor-card-assumed = { $lane }: { $text }. Предположение.
editor-translating = Переведите: { $text }
editor-kind-touchpoint = Точка контакта
editor-kind-barrier = Барьер
editor-kind-idea = Идея
editor-touchpoint-name = Точка контакта: { $title }. { $channel } { $binding }
editor-touchpoint-bound = Связана с событиями.
editor-touchpoint-unbound = Не связана с событиями.
editor-side-backstage = закулисье
editor-criticality = критичность { $value }
editor-barrier-at = где: { $touchpoints }
editor-idea-name = Идея: { $text }. { $status }. Против: { $barrier }.
editor-idea-against = против: { $barrier }
editor-idea-status-proposed = предложена
editor-idea-status-planned = запланирована
editor-idea-status-in-progress = в работе
editor-idea-status-done = сделана
editor-idea-status-rejected = отклонена
editor-priority = приоритет { $value }
editor-ease-design-short = лёгкость дизайна { $value }
editor-ease-development-short = разработки { $value }
editor-image-missing = Изображения нет на сервере
editor-image-none = Вставьте или перетащите изображение
editor-image-caption = Опишите изображение
editor-picture-where = Перетащите изображение на ячейку или выберите ячейку, прежде чем вставлять.
editor-picture-in-lane = Изображения видны только в дорожках изображений, поэтому оно теперь там, на том же этапе или шаге.
editor-picture-wrong = { $name } — не изображение, которое может показать Kelias. Возьмите PNG, JPEG, GIF, WebP или SVG.
editor-picture-large = Изображение слишком велико. Уменьшите его или сохраните в JPEG и повторите.
editor-picture-unread = Kelias не может прочесть это изображение, или в нём слишком много пикселей. Сохраните его заново в PNG или JPEG, не больше 4096 пикселей по каждой стороне, и повторите.

# The emotion curve
editor-curve-claimed = предполагаемая
editor-curve-measured = измеренная, 95 %
editor-curve-wished = желаемая
editor-emotion-point = { $persona }, «{ $place }»: предполагаемая эмоция
editor-emotion-wish = { $persona }, «{ $place }»: желаемая эмоция
editor-emotion-unset = не задано
editor-emotion-wished-value = желаемая { $value }
editor-emotion-none = { $place }: эмоции пока нет
editor-emotion-gap = разрыв { $value }
editor-emotion-measured = { $ratings ->
    [one] измерено { $value }, { $ratings } оценка
    [few] измерено { $value }, { $ratings } оценки
   *[many] измерено { $value }, { $ratings } оценок
}

# Measured numbers
editor-not-bound = не связано с событиями
editor-measured-name = { $count } дошли до шага, { $share } всех
editor-measured-dropped = { $count ->
    [one] { $number } не пошёл дальше
    [few] { $number } не пошли дальше
   *[many] { $number } не пошли дальше
}
editor-measured-median = медиана { $time }
editor-measured-p90 = 9 из 10 — за { $time }
editor-measured-retention = { $share } вернулись
editor-measured-without = { $share } остальных
editor-define-share = путники хотя бы с одним событием шага и их доля от всех за период
editor-define-next = из тех, у кого был шаг, пошли дальше, к «{ $place }», за отведённое время
editor-define-time = медианное время от шага до следующего у тех, кто пошёл дальше
editor-define-retention = активны через 8–14 дней после шага
editor-define-emotion = среднее оценок на шаге, от −2 до +2
editor-interval = интервал 95 %: { $interval } %
editor-interval-emotion = интервал 95 %: { $interval }
editor-of = из { $count }
editor-metric-audience = аудитория
editor-metric-share = доля аудитории
editor-metric-conversion_to_next = конверсия в следующий шаг
editor-metric-median_seconds_to_next = медианное время до следующего шага
editor-metric-retention = удержание
editor-metric-emotion = измеренная эмоция
editor-metric-name = { $lane }, { $place }: { $value }
editor-unit-second = { $n ->
    [one] { $n } с
    [few] { $n } с
   *[many] { $n } с
}
editor-unit-minute = { $n ->
    [one] { $n } мин
    [few] { $n } мин
   *[many] { $n } мин
}
editor-unit-hour = { $n ->
    [one] { $n } ч
    [few] { $n } ч
   *[many] { $n } ч
}
editor-unit-day = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
editor-unit-week = { $n ->
    [one] { $n } неделя
    [few] { $n } недели
   *[many] { $n } недель
}

# A map without stages
editor-empty-title = Путь начинается с первого этапа
editor-empty-text = Этапы — это то, через что проходит клиент, в том порядке, в каком он это проживает, а не отделы компании. Начать можно тремя способами.
editor-empty-reader = Пока ничего не нарисовано. Карта появится здесь, как только кто-нибудь начнёт.
editor-empty-write = Напишите
editor-empty-write-text = Назовите первый этап. Пять дорожек уже готовы: что делают, где, что чувствуют, что мешает и что можно сделать.
editor-empty-write-button = Добавить первый этап
editor-empty-paste = Вставьте
editor-empty-paste-text = Скопируйте диапазон из Excel, Google Таблиц или LibreOffice — этапы в первой строке, ниже по одному аспекту в строке — и нажмите здесь Ctrl+V.
editor-empty-template = Возьмите шаблон
editor-empty-template-text = В галерее ждут десять путей из разных отраслей, заполненных как примеры.
editor-empty-template-button = Открыть галерею

# Commands and the palette
editor-palette-search = Что вы хотите сделать?
editor-palette-nothing = Такой команды нет
editor-menu = Команды
editor-menu-nothing = Здесь ничего нельзя сделать
editor-apply = Применить
editor-clear = Очистить
editor-cancel = Отмена
editor-close = Закрыть
editor-choose-file = Выберите изображение
editor-duration-how = Число и единица: 90s, 15m, 2h, 7d, 2w
editor-nothing-found = Ничего не найдено
editor-group-common = Выбранное
editor-group-view = Вид
editor-group-jump = К этапу
editor-group-link = Ссылки
editor-group-history = История
editor-group-stage = Этап
editor-group-step = Шаг
editor-group-lane = Дорожка
editor-group-card = Карточка
editor-group-touchpoint = Точка контакта
editor-group-moment = Момент истины
editor-group-transition = Переход
editor-group-emotion = Эмоция
editor-group-barrier = Барьер
editor-group-idea = Идея
editor-group-persona = Персона
editor-group-evidence = Подтверждения
editor-group-target = Целевое значение
editor-group-head = Карта
editor-clipboard-cut = Вырезать
editor-clipboard-copy = Копировать
editor-clipboard-paste = Вставить
editor-clipboard-keys = Браузер открывает буфер обмена только клавиатуре: нажмите { $keys }.
editor-view-palette = Все команды
editor-view-find = Найти и заменить
editor-view-details = Подробности
editor-view-print = Напечатать постер (PDF)
editor-view-zoom-in = Крупнее
editor-view-zoom-out = Мельче
editor-view-zoom-usual = Обычный размер
editor-view-fit = Уместить весь путь
editor-view-assumptions = Показать предположения
editor-view-measured = Показать измеренное
editor-view-hidden = Показать скрытое
editor-view-whole-show = Писать для этапов целиком
editor-view-whole-hide = Скрыть строку для этапов целиком
editor-channel-web = сайт
editor-channel-mobile = мобильное приложение
editor-channel-email = эл. почта
editor-channel-store = магазин
editor-channel-call-centre = колл-центр
editor-channel-social-network = социальная сеть
editor-channel-messenger = мессенджер
editor-channel-post = почта
editor-channel-courier = курьер
editor-channel-person = человек
editor-channel-product = продукт
editor-channel-advertising = реклама
editor-channel-search = поиск
editor-icon-bell = колокольчик
editor-icon-box = коробка
editor-icon-bulb = лампочка
editor-icon-calendar = календарь
editor-icon-call = звонок
editor-icon-card = банковская карта
editor-icon-chat = чат
editor-icon-check = галочка
editor-icon-clock = часы
editor-icon-document = документ
editor-icon-eye = глаз
editor-icon-flag = флажок
editor-icon-gear = шестерёнка
editor-icon-globe = глобус
editor-icon-heart = сердце
editor-icon-leave = выход
editor-icon-link = ссылка
editor-icon-mail = письмо
editor-icon-megaphone = рупор
editor-icon-people = люди
editor-icon-person = человек
editor-icon-phone = мобильный телефон
editor-icon-picture = картинка
editor-icon-pin = место
editor-icon-question = вопрос
editor-icon-screen = экран
editor-icon-search = лупа
editor-icon-star = звезда
editor-icon-store = магазин
editor-icon-target = мишень
editor-icon-truck = грузовик

# Find and replace
editor-find-what = Найти
editor-find-with = Заменить на
editor-find-count = { $number } из { $count }
editor-find-elsewhere = Не видно на карте сейчас – { $kind }: «{ $text }»
editor-find-next = Дальше
editor-find-previous = Назад
editor-find-replace = Заменить
editor-find-replace-all = Заменить все
editor-find-case = Учитывать регистр

# Panels
editor-panel-details = Подробности
editor-panel-transitions = Возвраты, ветвления, короткие пути
editor-panel-measurement = Измерение

# The connection
editor-part-missing = Эта часть страницы ещё на сервере, а он не отвечает. С картой ничего не случилось. Повторите, когда связь вернётся; если не поможет, перезагрузите страницу.
editor-part-broken = Эта часть страницы сломалась. Карта сохранена.
editor-text-missing = Сервер не отвечает, поэтому текст не виден, пока вы пишете. Набранное не пропадёт: всё продолжится, как только сервер вернётся.
editor-save-connecting = Подключение…
editor-save-connecting-more = Подключаемся к серверу; изменений в очереди: { $count }
editor-save-live = Всё сохранено
editor-save-live-more = Всё, что сделали другие, уже здесь
editor-save-saving-more = Изменений на пути к диску сервера: { $count }
editor-save-offline-more = Работайте дальше: изменений в этом браузере — { $count }, они отправятся, когда связь вернётся
editor-refused-unsent = { $count ->
    [one] { $count } изменение есть только в этом браузере.
    [few] { $count } изменения есть только в этом браузере.
   *[other] { $count } изменений есть только в этом браузере.
}
editor-refused-save = Сохранить как новую карту
editor-refused-download = Скачать карту
editor-refused-saved = Сохранено как отдельная карта
editor-refused-title = Эту карту нельзя открыть
editor-refused-signed-out = Сеанс закончился. Войдите снова по ссылке, которую сервер печатает при запуске, или по ссылке, которой с вами поделились.
editor-refused-forbidden = У вас нет доступа к этой карте. Попросите ссылку у её владельца.
editor-refused-gone = По этому адресу карты нет: её удалили, или адрес неполный. Удалённую карту владелец может вернуть из списка карт.
editor-refused-malformed = Сервер не смог прочитать то, что отправила страница. Перезагрузите её.
editor-refused-too-large = Последнее изменение больше, чем принимает сервер, или карта достигла предела. Отмените его и перезагрузите страницу.

# Measuring
editor-measured-at = Измерено { $date }
editor-measured-never = Эту карту ещё не измеряли
editor-measure-again = Измерить снова
editor-measuring = Измеряется…
editor-measuring-failed = Не удалось измерить: { $reason }
editor-not-on-map = Нет на карте
editor-not-on-map-about = События, которые не относятся ни к одной точке контакта
editor-never-taken = Никто не прошёл
editor-event = Событие
editor-travellers = Путники

# Presenting
editor-present-number = { $number } из { $count }
editor-present-progress = Показано этапов
editor-present-end = Вернуться к карте
editor-present-next = Следующий этап
editor-present-previous = Предыдущий этап
editor-present-empty = На карте пока нет этапов
editor-present-go-on = { $share } идут дальше

# Details
editor-details-nothing = Выберите этап, шаг, дорожку или карточку — здесь будет всё, что о них известно
editor-field-empty = пока не написано
editor-field-text = Текст
editor-field-name = Название
editor-field-kind = Вид
editor-field-layer = Слой
editor-field-metric = Метрика
editor-field-icon = Значок
editor-field-own-icon = Свой значок
editor-own-icon-choose = Выбрать изображение
editor-own-icon-change = Выбрать другое
editor-own-icon-remove = Убрать
editor-field-colour = Цвет
editor-colour-navy = Тёмно-синий
editor-colour-blue = Синий
editor-colour-sky = Голубой
editor-colour-green = Зелёный
editor-colour-dark-green = Тёмно-зелёный
editor-colour-orange = Оранжевый
editor-colour-brown = Коричневый
editor-colour-vermilion = Киноварь
editor-colour-pink = Розовый
editor-colour-violet = Фиолетовый
editor-colour-grey = Серый
editor-colour-none = Без цвета
editor-field-hidden = Скрыто на карте
editor-field-expected = Ожидаемое время
editor-field-sub-map = Собственная карта
editor-field-sub-map-about = Карта, которая описывает этап целиком
editor-sub-map-none = Нет
editor-sub-map-unknown = { $map } (такой карты здесь нет)
editor-field-target = Целевое значение
editor-field-targets = Целевые значения
editor-target-add = Задать целевое значение
editor-target-new = Новое целевое значение
editor-target-remove = Удалить целевое значение
editor-target-side = Не меньше или не больше
editor-target-side-at-least = не меньше
editor-target-side-at-most = не больше
editor-target-value = Значение
editor-target-alert-after = Тревога, если не достигнуто в течение
editor-target-at-least = { $metric }: не меньше { $value }
editor-target-at-most = { $metric }: не больше { $value }
editor-target-wanted = Целевое значение — { $target }
editor-target-met = Достигнуто — { $target }
editor-target-missed = Не достигнуто — { $target }
editor-field-wrong = Так не прочитать
editor-field-moment = Момент истины
editor-field-picture = Другое изображение
editor-field-evidence = Подтверждения
editor-field-evidence-none = Без подтверждений это предположение
editor-field-evidence-cite = Указать подтверждение
editor-field-channel = Канал
editor-field-actor = С кем
editor-field-side = Сторона
editor-side-frontstage = видимая часть
editor-field-events = События
editor-field-criticality = Критичность
editor-field-whom = Кому мешает
editor-field-where = Где встречается
editor-field-owner = Ответственный
editor-field-design = Лёгкость дизайна
editor-field-development = Лёгкость разработки
editor-field-lifts-from = Должна улучшить переход от
editor-field-lifts-to = к
editor-field-from = От
editor-field-to = К
editor-field-word = Одним словом
editor-field-emoji = Эмодзи или название значка
editor-transitions-none = Пока путь идёт от этапа к этапу по порядку. Добавьте возврат, ветвление или короткий путь.
editor-transitions-add = Добавить путь
editor-transition-remove = Убрать этот путь
editor-layer-physical-evidence = физические свидетельства
editor-layer-customer-actions = действия клиента
editor-layer-frontstage = видимая часть
editor-layer-backstage = закулисье
editor-layer-support = вспомогательные процессы
editor-show-grid = Показать всю карту
