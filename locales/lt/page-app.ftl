# Bendra visiems puslapio ekranams. Terminus turi peržiūrėti gimtakalbis.

app-waiting = Akimirką
app-language = Kalba: { $language }
app-scheme = Šviesi ar tamsi
app-scheme-light = Šviesi
app-scheme-dark = Tamsi
app-scheme-auto = Kaip sistemoje
app-close = Užverti
app-cancel = Atsisakyti
app-try-again = Bandyti dar kartą
app-to-maps = Visi žemėlapiai

app-broken-title = Ši puslapio dalis sugedo
app-broken-advice = Jūsų pakeitimai išsaugoti. Įkelkite puslapį iš naujo; jei vėl suges, parodykite žemiau esantį tekstą tam, kas prižiūri „Kelias“.
app-broken-old = Kol puslapis buvo atvertas, „Kelias“ atnaujintas. Įkelkite puslapį iš naujo; jūsų pakeitimai išsaugoti.
app-broken-reload = Įkelti iš naujo

app-not-found-title = Tokio puslapio nėra
app-not-found-advice = Galbūt adresas nukirptas arba žemėlapis ištrintas.

app-unreachable-title = „Kelias“ neatsako

app-signed-out-title = Atverkite „Kelias“ per nuorodą
app-signed-out-advice = Slaptažodžių čia nėra: prisijungiama per nuorodą.
app-signed-out-owner = „Kelias“ paleidote jūs: atverkite nuorodą, kurią „kelias serve“ išspausdina paleistas. Ji veikia vieną kartą, o kiekvienas paleidimas išspausdina naują.
app-signed-out-guest = Jus pakvietė kolega: atverkite jo atsiųstą nuorodą. Jei ji nebegalioja, paprašykite naujos.

app-problem-0 = Serveris neatsako. Patikrinkite ryšį ir ar „Kelias“ veikia, tada bandykite dar kartą.
app-problem-400 = Serveris nesuprato užklausos. Įkelkite puslapį iš naujo ir bandykite dar kartą.
app-problem-401 = Esate atsijungę. Dar kartą atverkite savo nuorodą.
app-problem-403 = Jūsų nuoroda to neleidžia. Paprašykite žemėlapio savininko nuorodos su teise keisti.
app-problem-404 = To nebėra: galbūt kas nors ištrynė arba pervadino.
app-problem-409 = Toks pavadinimas jau yra. Pasirinkite kitą.
app-problem-410 = Nuoroda nebegalioja arba atšaukta. Paprašykite naujos.
app-problem-412 = Tuo metu kažkas ką nors pakeitė. Įkelkite iš naujo, peržiūrėkite ir bandykite dar kartą.
app-problem-413 = „Kelias“ to nepriima: per didelis. Sumažinkite ir bandykite dar kartą.
app-problem-415 = Tokios rūšies failų „Kelias“ neskaito.
app-problem-422 = Tokio, koks yra, „Kelias“ nesupranta.
app-problem-429 = Per daug iš karto. Truputį palaukite ir bandykite dar kartą.
app-problem-500 = Serveryje įvyko triktis. Bandykite dar kartą; jei nepadės, pažiūrėkite į jo žurnalą.
app-problem-503 = Serveris užimtas arba stabdomas. Bandykite po akimirkos.
app-problem-page = Puslapyje kažkas nepavyko. Įkelkite jį iš naujo ir bandykite dar kartą.
app-floating = Meniu ir patarimai
