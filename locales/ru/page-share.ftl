# Ссылки доступа: приветствие гостей, окно владельца карты

share-greeting-closed = Эта ссылка ничего не открывает
share-greeting-unknown = Возможно, адрес обрезан. Проверьте, что скопировали его целиком, или попросите новую ссылку.
share-greeting-invited = Вас приглашают на карту пути
share-greeting-edit = Вы сможете читать и править её вместе с командой, как только представитесь.
share-greeting-view = Вы сможете её читать. Ничто из сделанного здесь карту не изменит.
share-greeting-name = Ваше имя
share-greeting-name-why = Его увидят рядом с вашим курсором и правками.
share-greeting-open = Открыть карту

share-panel = Доступ
share-what = По ссылке карту откроет любой, у кого она есть, без учётной записи. Ссылку можно отозвать в любой момент: пришедшие по ней сразу потеряют доступ.
share-right = Что разрешает ссылка
share-view = Просмотр
share-edit = Правка
share-term = Ссылка действует
share-term-never = пока её не отзовут
share-term-day = сутки
share-term-week = неделю
share-term-month = 30 дней
share-create = Создать ссылку
share-made = Новая ссылка
share-made-once = Скопируйте её сейчас: она показывается один раз.
share-copy = Скопировать
share-copied = Скопировано
share-links = Ссылки на эту карту
share-none = Ссылок пока нет: карту можете открыть только вы.
share-made-by = { $name }
share-endless = Пока не отозвана
share-ends = Истекает
share-over = Истекла
share-revoke = Отозвать
share-revoke-which = Отозвать ссылку: { $right }
share-revoked = Ссылка больше ничего не открывает
