# Share links: the greeting of guests, the dialog of the map's owner

share-greeting-closed = This link opens nothing any more
share-greeting-invited = You are invited to a journey map
share-greeting-edit = You can read and edit it together with the team, as soon as you have said who you are.
share-greeting-view = You can read it. Nothing you do here changes the map.
share-greeting-name = Your name
share-greeting-name-why = The others see it beside your cursor and your edits.
share-greeting-open = Open the map
