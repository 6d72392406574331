# What every screen of the page has in common

app-waiting = One moment
app-language = Language: { $language }
app-scheme = Light or dark
app-scheme-light = Light
app-scheme-dark = Dark
app-scheme-auto = As the system
app-close = Close
app-cancel = Cancel
app-try-again = Try again
app-to-maps = All maps

app-broken-title = This part of the page broke
app-broken-advice = Your edits are kept. Reload the page to go on; if it breaks again, tell whoever runs Kelias what stands below.
app-broken-old = Kelias was updated while this page was open. Reload it to go on; your edits are kept.
app-broken-reload = Reload

app-not-found-title = There is no such page
app-not-found-advice = The address may have been cut short, or the map was deleted.

app-unreachable-title = Kelias does not answer

app-signed-out-title = Open Kelias with a link
app-signed-out-advice = There are no passwords here: a link signs you in.
app-signed-out-owner = You run this Kelias: open the link that “kelias serve” prints when it starts. It works once, and every start prints a new one.
app-signed-out-guest = A colleague invited you: open the link they sent. If it has expired, ask them for a new one.

app-problem-0 = The server does not answer. Check your connection, or whether Kelias is still running, and try again.
app-problem-400 = The server did not understand the request. Reload the page and try again.
app-problem-401 = You are signed out. Open your link again to go on.
app-problem-403 = Your link does not allow this. Ask the owner of the map for a link that may edit.
app-problem-404 = It is not there any more. Somebody may have deleted or renamed it.
app-problem-409 = Something of that name exists already. Choose another name.
app-problem-410 = This link has expired or was revoked. Ask for a new one.
app-problem-412 = Somebody changed it meanwhile. Reload to see what is new, then try again.
app-problem-413 = This is too large for Kelias. Make it smaller and try again.
app-problem-415 = Kelias cannot read this kind of file.
app-problem-422 = Kelias cannot make sense of it as it stands.
app-problem-429 = Too much at once. Wait a moment and try again.
app-problem-500 = The server ran into trouble. Try again; if it happens again, look into its log.
app-problem-503 = The server is busy or stopping. Try again in a moment.
app-problem-page = Something went wrong on this page. Reload it and try again.
app-floating = Menus and hints
