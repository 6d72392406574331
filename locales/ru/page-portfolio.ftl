# Портфель: все карты, их папки и пути к новой карте

portfolio-page-title = Карты пути · Kelias
portfolio-shelves = Папки
portfolio-all = Все карты
portfolio-archive-shelf = Архив
portfolio-deleted-shelf = Недавно удалённые
portfolio-deleted-what = Удалённые карты ещё некоторое время можно вернуть.
portfolio-count = { $count ->
    [one] { $count } карта
    [few] { $count } карты
   *[other] { $count } карт
}

portfolio-search = Поиск карт
portfolio-account = Вы — { $name }
portfolio-your-name = Ваше имя
portfolio-your-name-why = Так вас называют истории и экраны коллег.
portfolio-your-name-save = Сохранить
portfolio-version = Kelias { $version }
portfolio-sign-out = Выйти

portfolio-filter-status = Любой статус
portfolio-filter-owner = Любой ответственный
portfolio-filter-tag = Любая метка
portfolio-filter-clear = Сбросить фильтры
portfolio-sort = Порядок
portfolio-sort-changed = По изменению
portfolio-sort-title = По названию
portfolio-sort-status = По статусу
portfolio-sort-completeness = Сначала незаполненные
portfolio-sort-evidence = Сначала неподтверждённые
portfolio-sort-measured = По измерению
portfolio-sort-reverse = Обратный порядок
portfolio-layout = Вид
portfolio-layout-cards = Карточки
portfolio-layout-table = Таблица

portfolio-status-draft = Черновик
portfolio-status-in-review = На согласовании
portfolio-status-approved = Утверждена
portfolio-status-archived = В архиве
portfolio-state-as-is = как есть
portfolio-state-to-be = как будет
portfolio-owner = Ответственный
portfolio-folder = Папка
portfolio-tags = Метки
portfolio-completeness = Заполнено
portfolio-evidence = Подтверждено
portfolio-measured = Измерено
portfolio-by = { $name }
portfolio-part-of = Часть карты
portfolio-leads-to = Этапы ведут к картам
portfolio-column-title = Карта
portfolio-column-status = Статус
portfolio-column-changed = Изменена
portfolio-column-menu = Действия
portfolio-preview = { $stages ->
    [one] { $stages } этап
    [few] { $stages } этапа
   *[other] { $stages } этапов
}, { $columns ->
    [one] { $columns } столбец
    [few] { $columns } столбца
   *[other] { $columns } столбцов
}

portfolio-menu = Действия с картой «{ $title }»
portfolio-open = Открыть
portfolio-untitled = Карта без названия
portfolio-duplicate = Создать копию
portfolio-copy-title = { $title } (копия)
portfolio-duplicated = Создана карта «{ $title }»
portfolio-move = Переместить
portfolio-move-out = Без папки
portfolio-move-new = Новая папка…
portfolio-moved = Карта «{ $title }» теперь в папке «{ $folder }»
portfolio-moved-out = Карта «{ $title }» теперь вне папок
portfolio-archive = В архив
portfolio-archived = Карта «{ $title }» в архиве
portfolio-unarchive = Достать из архива
portfolio-unarchived = Карта «{ $title }» снова черновик
portfolio-delete = Удалить
portfolio-deleted = Карта «{ $title }» удалена
portfolio-restore = Вернуть
portfolio-restored = Карта «{ $title }» возвращена
portfolio-undo = Отменить

portfolio-folder-new = Новая папка
portfolio-folder-create = Создать
portfolio-folder-name = Название папки
portfolio-folder-taken = Папка с таким названием уже есть.
portfolio-folder-menu = Действия с папкой «{ $folder }»
portfolio-folder-rename = Переименовать
portfolio-folder-renamed = Теперь папка называется «{ $folder }»
portfolio-folder-dissolve = Убрать папку, карты оставить
portfolio-folder-dissolved = Папка «{ $folder }» убрана, её карты сохранены

portfolio-nothing-found = Ни одна карта не подходит.
portfolio-nothing-found-clear = Показать все
portfolio-nothing-folder = Папка пуста. Перетащите карты на её название или выберите «Переместить» в меню карты.
portfolio-nothing-archived = В архиве пусто. Сюда убирают карты, которые мешают, но ещё нужны.
portfolio-nothing-deleted = В последнее время ничего не удаляли.

portfolio-empty-title = Нарисуйте первый путь клиента
portfolio-empty-what = Карта показывает, что ваши клиенты делают, думают и чувствуют на каждом этапе и где что-то идёт не так. Начните с любого способа: всё можно изменить потом.
portfolio-empty-template = Начать с шаблона
portfolio-empty-template-what = Интернет-магазин, клиника, ресторан, приложение: этапы и дорожки, которые легко изменить под себя.
portfolio-empty-spreadsheet = Вставить из таблицы
portfolio-empty-spreadsheet-what = Скопируйте таблицу этапов и аспектов и посмотрите, как она станет картой.
portfolio-empty-file = Открыть файл карты
portfolio-empty-file-what = Перетащите *.journey.yaml или JSON в любое место страницы.

portfolio-new = Новая карта
portfolio-new-template = Из шаблона
portfolio-new-spreadsheet = Из электронной таблицы
portfolio-new-file = Из файла
portfolio-drop = Отпустите файлы карт здесь

portfolio-template-size = { $stages ->
    [one] { $stages } этап
    [few] { $stages } этапа
   *[other] { $stages } этапов
}, { $steps ->
    [0] без шагов
    [one] { $steps } шаг
    [few] { $steps } шага
   *[other] { $steps } шагов
}
portfolio-template-title = Название карты
portfolio-template-language = Язык карты
portfolio-template-create = Создать карту
portfolio-picture = Содержание карты

portfolio-file-what = Файлы карт в YAML или JSON. Из каждого получится отдельная карта; для файла с ошибками будет показано, что исправить, и ничего не изменится.
portfolio-file-choose = Выбрать файлы
portfolio-file-made = Создана карта:
portfolio-file-mend = { $count ->
    [one] Исправьте это и выберите файл ещё раз.
    [few] Исправьте { $count } места и выберите файл ещё раз.
   *[other] Исправьте { $count } мест и выберите файл ещё раз.
}
portfolio-diagnostic-error = ошибка
portfolio-diagnostic-warning = замечание
portfolio-diagnostic-place = строка { $line }, столбец { $column }
portfolio-diagnostic-meant = Возможно, имелось в виду «{ $word }»?
portfolio-problems = { $count ->
    [one] { $count } ошибка в файле
    [few] { $count } ошибки в файле
   *[other] { $count } ошибок в файле
}
portfolio-problems-title = Файл карты «{ $title }»
portfolio-problems-what = Файл не читается как карта. Он останется как есть, пока его не исправят; после этого карта снова будет ему следовать.

portfolio-sheet-what = В Excel, Google Таблицах или LibreOffice выделите таблицу, где этапы идут по верху, а аспекты — сбоку, и скопируйте её. Карту вы увидите до создания.
portfolio-sheet-paste = Вставьте сюда скопированные ячейки
portfolio-sheet-small = Для карты этого мало: скопируйте хотя бы строку этапов и ещё одну строку под ней.
portfolio-sheet-title-default = Путь из таблицы
portfolio-sheet-turn = Поменять строки и столбцы местами
portfolio-sheet-again = Вставить заново
portfolio-sheet-becomes = Получится: { $stages ->
    [one] { $stages } этап
    [few] { $stages } этапа
   *[other] { $stages } этапов
}, { $steps ->
    [0] без шагов
    [one] { $steps } шаг
    [few] { $steps } шага
   *[other] { $steps } шагов
}, { $lanes ->
    [one] { $lanes } дорожка
    [few] { $lanes } дорожки
   *[other] { $lanes } дорожек
}.
