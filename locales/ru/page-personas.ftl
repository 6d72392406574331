# Редактор персон

personas-panel = Персоны
personas-none = Персон пока нет. Чей это путь? Добавьте портрет для каждой группы, чей путь действительно отличается; хватит немногих.
personas-add = Добавить персону
personas-name = Имя
personas-role = Роль в групповой покупке
personas-quote = Своими словами
personas-facts = Факты
personas-needs = Потребности
personas-motives = Мотивы
personas-worries = Тревоги
personas-behaviour = Поведение
personas-trait = Строка { $number }
personas-add-to = Добавить в список «{ $list }»
personas-remove-trait = Удалить «{ $text }»
personas-up = Поднять «{ $text }»
personas-down = Опустить «{ $text }»
personas-segment = Измеряемый сегмент
personas-earlier = Поставить раньше
personas-later = Поставить позже
personas-remove = Удалить персону
personas-picture-of = Портрет: { $name }
personas-picture-add = Добавить изображение
personas-picture-change = Сменить изображение
personas-picture-remove = Убрать изображение
