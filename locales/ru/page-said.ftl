# Что сообщается после команды. { said-what } называет, с чем она выполнена.

said-thing = { $what ->
    [stage] { $count ->
        [one] этап
        [few] этапа
       *[other] этапов
    }
    [step] { $count ->
        [one] шаг
        [few] шага
       *[other] шагов
    }
    [lane] { $count ->
        [one] дорожка
        [few] дорожки
       *[other] дорожек
    }
    [touchpoint] { $count ->
        [one] точка контакта
        [few] точки контакта
       *[other] точек контакта
    }
    [barrier] { $count ->
        [one] барьер
        [few] барьера
       *[other] барьеров
    }
    [idea] { $count ->
        [one] идея
        [few] идеи
       *[other] идей
    }
    [transition] { $count ->
        [one] переход
        [few] перехода
       *[other] переходов
    }
    [persona] { $count ->
        [one] персона
        [few] персоны
       *[other] персон
    }
    [evidence] { $count ->
        [one] подтверждение
        [few] подтверждения
       *[other] подтверждений
    }
    [tag] { $count ->
        [one] метки
        [few] метки
       *[other] меток
    }
    [target] { $count ->
        [one] целевое значение
        [few] целевых значения
       *[other] целевых значений
    }
    [emotion] { $count ->
        [one] эмоция
        [few] эмоции
       *[other] эмоций
    }
    [goal] { $count ->
        [one] цель
        [few] цели
       *[other] целей
    }
    [success] { $count ->
        [one] критерий успеха
        [few] критерия успеха
       *[other] критериев успеха
    }
   *[card] { $count ->
        [one] карточка
        [few] карточки
       *[other] карточек
    }
}
said-what = { $isNamed ->
    [yes] { said-thing } «{ $name }»
   *[no] { $count ->
        [1] { said-thing }
       *[other] { $count } { said-thing }
    }
}

said-added = Добавлено: { said-what }
said-there = Уже есть: { said-what }
said-removed = Удалено: { said-what }
said-changed = Изменено: { said-what }
said-moved-to = Перемещено: { said-what }, теперь { $position } из { $total }
said-moved = Перемещено: { said-what }
said-chosen = Выбрано: { said-what }
said-duplicated = Создана копия: { said-what }
said-hidden = Скрыто: { said-what }
said-shown = Снова показано: { said-what }
said-coloured = Цвет изменён: { said-what }
said-merged = Объединено со следующим: { said-what }
said-split = Разделено: { said-what }
said-turned = Теперь это: { said-what }
said-cited = Указано: { said-what }
said-uncited = Больше не указано: { said-what }
said-felt = { $name }: { $side ->
    [wished] желаемая
   *[claimed] предполагаемая
} эмоция { $value }
said-editing = Правка текста
said-would-hide = Не изменено: этого не стало бы видно: { said-what }. Лучше добавьте новую дорожку.
said-copied = Скопировано: { said-what }
said-pasted = Вставлено: { said-what }
said-pasted-part = Вставлено: { said-what }; не нашлось места на карте: { $leftOut }
said-undone = Отменено
said-redone = Повторено
said-head = Карта изменена
said-replaced = Заменено в { $count ->
    [one] { $count } месте
   *[other] { $count } местах
}
