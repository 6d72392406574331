# Share links: the greeting of guests, the dialog of the map's owner

share-greeting-closed = This link does not open anything
share-greeting-unknown = The address may have been cut short on its way. Check that you copied all of it, or ask for a new link.
share-greeting-invited = You are invited to a journey map
share-greeting-edit = You can read and edit it together with the team, as soon as you have said who you are.
share-greeting-view = You can read it. Nothing you do here changes the map.
share-greeting-name = Your name
share-greeting-name-why = The others see it beside your cursor and your edits.
share-greeting-open = Open the map

share-panel = Share
share-what = Whoever has a link can open this map without an account. A link can be revoked at any time; whoever came by it is then signed out.
share-right = What the link allows
share-view = Can view
share-edit = Can edit
share-term = The link lasts
share-term-never = until it is revoked
share-term-day = a day
share-term-week = a week
share-term-month = 30 days
share-create = Create link
share-made = New link
share-made-once = Copy it now: it is shown only this once.
share-copy = Copy link
share-copied = Copied
share-links = Links to this map
share-none = There is no link yet: only you can open this map.
share-made-by = { $name }
share-endless = Until it is revoked
share-ends = Ends
share-over = Ended
share-revoke = Revoke
share-revoke-which = Revoke the link: { $right }
share-revoked = The link opens nothing any more
