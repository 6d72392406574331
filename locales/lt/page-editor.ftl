# Redaktoriaus žodžiai. Terminai – pagal žodynėlį. Needs the review of a native reader.

# The bar on top
editor-all-maps = Visi žemėlapiai
editor-rename-map = Pervadinti žemėlapį
editor-status = Būsena
editor-status-draft = Juodraštis
editor-status-in-review = Peržiūrimas
editor-status-approved = Patvirtintas
editor-status-archived = Archyve
editor-state = Ką vaizduoja
editor-state-as-is = esama būsena
editor-state-to-be = siekiama būsena
editor-state-none = esama ar siekiama?
editor-personas = Personos žemėlapyje
editor-people = Kas čia
editor-undo = Atšaukti
editor-redo = Pakartoti
editor-measured = Išmatuota
editor-assumptions = Prielaidos
editor-present = Pristatyti etapais
editor-more = Daugiau
editor-print-note = Popieriui yra plakatas: redaktoriuje jį atveria „Ctrl+P“ arba „Daugiau“.
editor-download-svg = Atsisiųsti plakatą (SVG)
editor-content-language = Žemėlapio kalba
editor-filter = Pasirinkti juostas ir etapus
editor-lanes = Juostos
editor-show-all = Rodyti viską
editor-show-hidden = Rodyti tai, kas žemėlapyje paslėpta
editor-hidden = paslėpta
editor-zoom = Mastelis
editor-zoom-value = Mastelis { $value }, grąžinti 100 %

# Whether everything is kept
editor-save-saved = Viskas išsaugota
editor-save-saved-more = Visi pakeitimai yra serverio diske
editor-save-saving = Išsaugoma…
editor-save-offline = Nėra ryšio
editor-save-refused = Neišsaugota

# What the map says; the number stands before the words
editor-findings = Ką sako žemėlapis
editor-finding-travellers-customer = { $count ->
    [one] klientas
    [few] klientai
   *[other] klientų
}
editor-finding-travellers-employee = { $count ->
    [one] darbuotojas
    [few] darbuotojai
   *[other] darbuotojų
}
editor-finding-travellers-partner = { $count ->
    [one] partneris
    [few] partneriai
   *[other] partnerių
}
editor-finding-travellers-patient = { $count ->
    [one] pacientas
    [few] pacientai
   *[other] pacientų
}
editor-finding-travellers-order = { $count ->
    [one] užsakymas
    [few] užsakymai
   *[other] užsakymų
}
editor-finding-travellers-other = { $count ->
    [one] keliautojas
    [few] keliautojai
   *[other] keliautojų
}
editor-finding-overall = pasiekia „{ $place }“
editor-finding-evidence = teiginių pagrįsta įrodymais
editor-finding-worst = pasitraukia tarp „{ $from }“ ir „{ $to }“
editor-finding-not-on-map = atliko „{ $event }“, ko žemėlapyje nėra{ $others ->
    [0] { "" }
    [one] , kaip ir dar { $others } įvykio
   *[other] , kaip ir dar { $others } įvykių
}
editor-finding-never-taken = nežengta: { $places }
editor-finding-stages = { $count ->
    [one] etapas
    [few] etapai
   *[other] etapų
}
editor-finding-steps = { $count ->
    [one] žingsnis
    [few] žingsniai
   *[other] žingsnių
}
editor-finding-touchpoints = { $count ->
    [one] sąlyčio taškas, su įvykiais susieta: { $bound }
    [few] sąlyčio taškai, su įvykiais susieta: { $bound }
   *[other] sąlyčio taškų, su įvykiais susieta: { $bound }
}
editor-finding-barriers = { $count ->
    [one] kliūtis
    [few] kliūtys
   *[other] kliūčių
}
editor-finding-critical = Kritiškiausia ({ $value } iš 5): { $barrier }

# The grid
editor-grid = Žemėlapis „{ $title }“
editor-row-stages = Etapai
editor-row-steps = Žingsniai
editor-row-steps-caption = kas juos pagrindžia
editor-row-goals = Etapo tikslas
editor-row-success = Sėkmės kriterijus
editor-row-measured = Išmatuota
editor-row-measured-caption = pasiekė žingsnį, dalis, ėjo toliau
editor-untitled = be pavadinimo
editor-untitled-map = Žemėlapis be pavadinimo
editor-untitled-stage = Etapas be pavadinimo
editor-untitled-step = Žingsnis be pavadinimo
editor-label-title = Žemėlapio pavadinimas
editor-label-stage = Etapo pavadinimas
editor-label-step = Žingsnio pavadinimas
editor-label-lane = Juostos pavadinimas
editor-label-goal = Etapo „{ $stage }“ tikslas
editor-label-success = Sėkmės kriterijus
editor-expected = numatoma per { $time }
editor-assumption = prielaida
editor-open-sub-map = Atverti etapo „{ $stage }“ žemėlapį
editor-open-link = Atverti „{ $link }“
editor-part-of = Atgal į žemėlapį „{ $map }“
editor-part-of-several = Šis žemėlapis yra dalis
editor-cell-empty = { $lane }, { $place }: tuščia
editor-cell-name = { $lane }, { $place }
editor-add-here = Pridėti čia
editor-nothing-to-add = Čia nieko pridėti negalima
editor-paste-nowhere = Čia to įklijuoti negalima. Pirma pasirinkite juostos langelį.
editor-paste-no-map = Žemėlapiui reikia bent dviejų eilučių ir dviejų stulpelių: pirmoje eilutėje etapai, pirmame stulpelyje juostų pavadinimai.
editor-ideas-need-barrier = Idėja atsako į kliūtį: pirmiau pridėkite kliūtį
editor-arcs = Keliai, išeinantys iš tiesės
editor-arc-name = { $kind }: { $name }, nuo „{ $from }“ iki „{ $to }“
editor-transition-loop = grįžimas
editor-transition-branch = atšaka
editor-transition-skip = trumpesnis kelias
editor-jump = Eiti prie etapo
editor-jump-part = { $from } – { $until }
editor-jump-to = Eiti prie „{ $stage }“
editor-drag-how = Tarpo klavišas – paimti, rodyklės – judinti, tarpo klavišas – padėti, Escape – palikti vietoje
editor-drag-start = { $name }: paimta
editor-drag-cancel = Palikta vietoje
editor-moment-zero = Nulinė tiesos akimirka
editor-moment-first = Pirmoji tiesos akimirka
editor-moment-second = Antroji tiesos akimirka
editor-moment-ultimate = Galutinė tiesos akimirka
editor-moment-aha = Aha momentas
editor-line-interaction = Sąveikos riba
editor-line-visibility = Matomumo riba
editor-line-internal = Vidinės sąveikos riba

# Evidence under a step
editor-evidence-interview = { $count ->
    [1] interviu
    [one] { $count } interviu
    [few] { $count } interviu
   *[other] { $count } interviu
}
editor-evidence-survey = { $count ->
    [1] apklausa
    [one] { $count } apklausa
    [few] { $count } apklausos
   *[other] { $count } apklausų
}
editor-evidence-review = { $count ->
    [1] atsiliepimai
    [one] { $count } atsiliepimų rinkinys
    [few] { $count } atsiliepimų rinkiniai
   *[other] { $count } atsiliepimų rinkinių
}
editor-evidence-observation = { $count ->
    [1] stebėjimas
    [one] { $count } stebėjimas
    [few] { $count } stebėjimai
   *[other] { $count } stebėjimų
}
editor-evidence-statistics = { $count ->
    [1] statistika
    [one] { $count } statistikos rinkinys
    [few] { $count } statistikos rinkiniai
   *[other] { $count } statistikos rinkinių
}
editor-evidence-workshop = { $count ->
    [1] dirbtuvės
    [one] { $count } dirbtuvės
    [few] { $count } dirbtuvės
   *[other] { $count } dirbtuvių
}
editor-evidence-study = { $count ->
    [1] tyrimas
    [one] { $count } tyrimas
    [few] { $count } tyrimai
   *[other] { $count } tyrimų
}
editor-evidence-more = +{ $count }

# Lanes
editor-lane-kind-text = Tekstas
editor-lane-about-text = trumpi tekstai, pavyzdžiui, ką klientas daro
editor-lane-title-text = Ką daro
editor-lane-kind-list = Sąrašas
editor-lane-about-list = punktai vienas po kito
editor-lane-title-list = Sąrašas
editor-lane-kind-questions = Klausimai
editor-lane-about-questions = ko klausia, jų žodžiais
editor-lane-title-questions = Klausimai
editor-lane-kind-goals = Tikslai
editor-lane-about-goals = ko nori pasiekti
editor-lane-title-goals = Tikslai
editor-lane-kind-quotes = Citatos
editor-lane-about-quotes = kas buvo pasakyta, žodis žodin
editor-lane-title-quotes = Citatos
editor-lane-kind-emotion = Emocijos
editor-lane-about-emotion = jausmų kreivė
editor-lane-title-emotion = Ką jaučia
editor-lane-kind-touchpoints = Sąlyčio taškai
editor-lane-about-touchpoints = kur tai vyksta, su kanalais
editor-lane-title-touchpoints = Sąlyčio taškai
editor-lane-kind-image = Vaizdai
editor-lane-about-image = ekranai, nuotraukos, eskizai
editor-lane-title-image = Vaizdai
editor-lane-kind-process = Procesas
editor-lane-about-process = kas vyksta užkulisiuose
editor-lane-title-process = Užkulisiai
editor-lane-kind-metric = Rodiklis
editor-lane-about-metric = skaičiai, kur įmanoma – išmatuoti
editor-lane-title-metric = Rodiklis
editor-lane-kind-barriers = Kliūtys
editor-lane-about-barriers = kas trukdo ir kiek
editor-lane-title-barriers = Kliūtys
editor-lane-kind-ideas = Idėjos
editor-lane-about-ideas = ką galėtume daryti su kliūtimis
editor-lane-title-ideas = Idėjos
editor-lane-kind-blueprint = Schemos sluoksnis
editor-lane-about-blueprint = kas ką daro prieš ir už matomumo ribos
editor-lane-title-blueprint = Kliento veiksmai
editor-lane-caption-questions = jų žodžiais
editor-lane-caption-quotes = žodis žodin
editor-lane-caption-touchpoints = kur tai vyksta
editor-lane-caption-barriers = kas trukdo
editor-lane-caption-ideas = ką galėtume daryti
editor-lane-caption-process = kas vyksta užkulisiuose
editor-lane-whole = visiems etapams
editor-add-lane = Pridėti juostą
editor-lanes-empty = Juostos yra žemėlapio eilutės: ką klientas daro, jaučia, ko klausia ir kas jam trukdo. Pridėkite pirmąją.

# Cards
editor-card-backed = { $lane }: { $text }. Pagrįsta įrodymais.
editor-card-assumed = { $lane }: { $text }. Prielaida.
editor-translating = Išverskite: { $text }
editor-kind-touchpoint = Sąlyčio taškas
editor-kind-barrier = Kliūtis
editor-kind-idea = Idėja
editor-touchpoint-name = Sąlyčio taškas: { $title }. { $channel } { $binding }
editor-touchpoint-bound = Susietas su įvykiais.
editor-touchpoint-unbound = Nesusietas su įvykiais.
editor-side-backstage = užkulisiai
editor-criticality = kritiškumas { $value }
editor-barrier-at = kur: { $touchpoints }
editor-idea-name = Idėja: { $text }. { $status }. Prieš: { $barrier }.
editor-idea-against = prieš: { $barrier }
editor-idea-status-proposed = pasiūlyta
editor-idea-status-planned = suplanuota
editor-idea-status-in-progress = vykdoma
editor-idea-status-done = įgyvendinta
editor-idea-status-rejected = atmesta
editor-priority = prioritetas { $value }
editor-ease-design-short = dizaino lengvumas { $value }
editor-ease-development-short = kūrimo { $value }
editor-image-missing = Vaizdo serveryje nėra
editor-image-none = Įklijuokite arba įtempkite vaizdą
editor-image-caption = Aprašykite vaizdą
editor-picture-where = Įtempkite vaizdą į langelį arba prieš įklijuodami pasirinkite langelį.
editor-picture-in-lane = Vaizdai rodomi tik vaizdų juostose, todėl dabar jis ten, tame pačiame etape ar žingsnyje.
editor-picture-wrong = { $name } nėra vaizdas, kurį „Kelias“ gali parodyti. Tinka PNG, JPEG, GIF, WebP arba SVG.
editor-picture-large = Vaizdas per didelis. Sumažinkite jį arba įrašykite kaip JPEG ir bandykite dar kartą.
editor-picture-unread = „Kelias“ negali perskaityti šio vaizdo arba jame per daug taškų. Įrašykite jį iš naujo kaip PNG arba JPEG, ne didesnį kaip 4096 taškai kiekvienoje kraštinėje, ir bandykite dar kartą.

# The emotion curve
editor-curve-claimed = manoma
editor-curve-measured = išmatuota, 95 %
editor-curve-wished = siekiama
editor-emotion-point = { $persona }, „{ $place }“: manoma emocija
editor-emotion-wish = { $persona }, „{ $place }“: siekiama emocija
editor-emotion-unset = nenustatyta
editor-emotion-wished-value = siekiama { $value }
editor-emotion-none = { $place }: emocijos dar nėra
editor-emotion-gap = skirtumas { $value }
editor-emotion-measured = { $ratings ->
    [one] išmatuota { $value }, { $ratings } įvertinimas
    [few] išmatuota { $value }, { $ratings } įvertinimai
   *[other] išmatuota { $value }, { $ratings } įvertinimų
}

# Measured numbers
editor-not-bound = nesusieta su įvykiais
editor-measured-name = { $count } pasiekė žingsnį, { $share } visų
editor-measured-dropped = { $count ->
    [one] { $number } nėjo toliau
    [few] { $number } nėjo toliau
   *[other] { $number } nėjo toliau
}
editor-measured-median = mediana { $time }
editor-measured-p90 = 9 iš 10 – per { $time }
editor-measured-retention = { $share } sugrįžo
editor-measured-without = { $share } kitų
editor-define-share = keliautojai, turintys bent vieną žingsnio įvykį, ir jų dalis tarp visų laikotarpio keliautojų
editor-define-next = iš turėjusių žingsnį – nuėję į „{ $place }“ per skirtą laiką
editor-define-time = laiko iki kito žingsnio mediana tarp ėjusių toliau
editor-define-retention = aktyvūs praėjus 8–14 dienų po žingsnio
editor-define-emotion = žingsnio įvertinimų vidurkis, nuo −2 iki +2
editor-interval = 95 % intervalas { $interval } %
editor-interval-emotion = 95 % intervalas { $interval }
editor-of = iš { $count }
editor-metric-audience = auditorija
editor-metric-share = auditorijos dalis
editor-metric-conversion_to_next = konversija į kitą žingsnį
editor-metric-median_seconds_to_next = laiko iki kito žingsnio mediana
editor-metric-retention = išlaikymas
editor-metric-emotion = išmatuota emocija
editor-metric-name = { $lane }, { $place }: { $value }
editor-unit-second = { $n ->
    [one] { $n } s
    [few] { $n } s
   *[other] { $n } s
}
editor-unit-minute = { $n ->
    [one] { $n } min
    [few] { $n } min
   *[other] { $n } min
}
editor-unit-hour = { $n ->
    [one] { $n } val.
    [few] { $n } val.
   *[other] { $n } val.
}
editor-unit-day = { $n ->
    [one] { $n } diena
    [few] { $n } dienos
   *[other] { $n } dienų
}
editor-unit-week = { $n ->
    [one] { $n } savaitė
    [few] { $n } savaitės
   *[other] { $n } savaičių
}

# A map without stages
editor-empty-title = Kelionė prasideda nuo pirmojo etapo
editor-empty-text = Etapai – tai, ką klientas patiria, ta tvarka, kuria patiria, o ne įmonės skyriai. Pradėti galima trejopai.
editor-empty-reader = Dar nieko nenubraižyta. Žemėlapį pamatysite čia, kai tik kas nors pradės.
editor-empty-write = Rašykite
editor-empty-write-text = Pavadinkite pirmąjį etapą. Penkios juostos jau paruoštos: ką daro, kur, ką jaučia, kas trukdo ir ką būtų galima padaryti.
editor-empty-write-button = Pridėti pirmąjį etapą
editor-empty-paste = Įklijuokite
editor-empty-paste-text = Nukopijuokite sritį iš „Excel“, „Google“ skaičiuoklės ar „LibreOffice“ – pirmoje eilutėje etapai, žemiau po vieną aspektą – ir čia spustelėkite Ctrl+V.
editor-empty-template = Imkite šabloną
editor-empty-template-text = Galerijoje laukia dešimt skirtingų sričių kelionių su užpildytais pavyzdžiais.
editor-empty-template-button = Atverti galeriją

# Commands and the palette
editor-palette-search = Ką norite padaryti?
editor-palette-nothing = Tokios komandos nėra
editor-menu = Komandos
editor-menu-nothing = Čia nieko padaryti negalima
editor-apply = Taikyti
editor-clear = Išvalyti
editor-cancel = Atsisakyti
editor-close = Užverti
editor-choose-file = Pasirinkite vaizdą
editor-duration-how = Skaičius ir vienetas: 90s, 15m, 2h, 7d, 2w
editor-nothing-found = Nieko nerasta
editor-group-common = Pasirinkta
editor-group-view = Rodinys
editor-group-jump = Eiti prie etapo
editor-group-link = Nuorodos
editor-group-history = Istorija
editor-group-stage = Etapas
editor-group-step = Žingsnis
editor-group-lane = Juosta
editor-group-card = Kortelė
editor-group-touchpoint = Sąlyčio taškas
editor-group-moment = Tiesos akimirka
editor-group-transition = Perėjimas
editor-group-emotion = Emocija
editor-group-barrier = Kliūtis
editor-group-idea = Idėja
editor-group-persona = Persona
editor-group-evidence = Įrodymai
editor-group-target = Siektina reikšmė
editor-group-head = Žemėlapis
editor-clipboard-cut = Iškirpti
editor-clipboard-copy = Kopijuoti
editor-clipboard-paste = Įklijuoti
editor-clipboard-keys = Naršyklė mainų sritį atveria tik klaviatūrai: paspauskite { $keys }.
editor-view-palette = Visos komandos
editor-view-find = Rasti ir pakeisti
editor-view-details = Išsamiau
editor-view-print = Spausdinti plakatą (PDF)
editor-view-zoom-in = Didinti
editor-view-zoom-out = Mažinti
editor-view-zoom-usual = Įprastas dydis
editor-view-fit = Sutalpinti visą kelionę
editor-view-assumptions = Rodyti prielaidas
editor-view-measured = Rodyti, kas išmatuota
editor-view-hidden = Rodyti, kas paslėpta
editor-view-whole-show = Rašyti visam etapui
editor-view-whole-hide = Slėpti visų etapų eilutę
editor-channel-web = svetainė
editor-channel-mobile = mobilioji programėlė
editor-channel-email = el. paštas
editor-channel-store = parduotuvė
editor-channel-call-centre = skambučių centras
editor-channel-social-network = socialinis tinklas
editor-channel-messenger = pokalbių programa
editor-channel-post = paštas
editor-channel-courier = kurjeris
editor-channel-person = asmuo
editor-channel-product = produktas
editor-channel-advertising = reklama
editor-channel-search = paieška
editor-icon-bell = varpelis
editor-icon-box = dėžė
editor-icon-bulb = lemputė
editor-icon-calendar = kalendorius
editor-icon-call = skambutis
editor-icon-card = banko kortelė
editor-icon-chat = pokalbis
editor-icon-check = varnelė
editor-icon-clock = laikrodis
editor-icon-document = dokumentas
editor-icon-eye = akis
editor-icon-flag = vėliavėlė
editor-icon-gear = krumpliaratis
editor-icon-globe = gaublys
editor-icon-heart = širdis
editor-icon-leave = išėjimas
editor-icon-link = nuoroda
editor-icon-mail = laiškas
editor-icon-megaphone = garsiakalbis
editor-icon-people = žmonės
editor-icon-person = žmogus
editor-icon-phone = mobilusis telefonas
editor-icon-picture = paveikslėlis
editor-icon-pin = vieta
editor-icon-question = klausimas
editor-icon-screen = ekranas
editor-icon-search = lupa
editor-icon-star = žvaigždė
editor-icon-store = parduotuvė
editor-icon-target = taikinys
editor-icon-truck = sunkvežimis

# Find and replace
editor-find-what = Rasti
editor-find-with = Pakeisti į
editor-find-count = { $number } iš { $count }
editor-find-elsewhere = Žemėlapyje dabar nematyti – { $kind }: „{ $text }“
editor-find-next = Kitas
editor-find-previous = Ankstesnis
editor-find-replace = Pakeisti
editor-find-replace-all = Pakeisti visus
editor-find-case = Skirti didžiąsias raides

# Panels
editor-panel-details = Išsamiau
editor-panel-transitions = Grįžimai, atšakos, trumpesni keliai
editor-panel-measurement = Matavimas

# The connection
editor-part-missing = Ši puslapio dalis dar serveryje, o jis neatsako. Žemėlapiui nieko nenutiko. Bandykite dar kartą, kai ryšys grįš; jei nepadės, įkelkite puslapį iš naujo.
editor-part-broken = Ši puslapio dalis sugedo. Žemėlapis išsaugotas.
editor-text-missing = Serveris neatsako, todėl rašomo teksto nematyti. Kas surinkta, neprapuls: viskas tęsis, kai tik serveris grįš.
editor-save-connecting = Jungiamasi…
editor-save-connecting-more = Jungiamasi prie serverio; laukiančių pakeitimų: { $count }
editor-save-live = Viskas išsaugota
editor-save-live-more = Viskas, ką padarė kiti, jau čia
editor-save-saving-more = Pakeitimų pakeliui į serverio diską: { $count }
editor-save-offline-more = Dirbkite toliau: šioje naršyklėje laukia pakeitimų: { $count }; jie bus išsiųsti, kai ryšys grįš
editor-refused-unsent = { $count ->
    [one] { $count } pakeitimas yra tik šioje naršyklėje.
    [few] { $count } pakeitimai yra tik šioje naršyklėje.
   *[other] { $count } pakeitimų yra tik šioje naršyklėje.
}
editor-refused-save = Išsaugoti kaip naują žemėlapį
editor-refused-download = Atsisiųsti žemėlapį
editor-refused-saved = Išsaugota kaip atskiras žemėlapis
editor-refused-title = Šio žemėlapio atverti negalima
editor-refused-signed-out = Seansas baigėsi. Prisijunkite iš naujo nuoroda, kurią serveris parodo paleidžiamas, arba ta, kuria su jumis pasidalyta.
editor-refused-forbidden = Neturite teisės į šį žemėlapį. Paprašykite nuorodos savininko.
editor-refused-gone = Šiuo adresu žemėlapio nėra: jis ištrintas arba adresas nepilnas. Ištrintą žemėlapį savininkas gali grąžinti iš žemėlapių sąrašo.
editor-refused-malformed = Serveris negalėjo perskaityti, ką puslapis išsiuntė. Įkelkite puslapį iš naujo.
editor-refused-too-large = Paskutinis pakeitimas didesnis, nei serveris priima, arba žemėlapis pasiekė ribą. Atšaukite jį ir įkelkite puslapį iš naujo.

# Measuring
editor-measured-at = Išmatuota { $date }
editor-measured-never = Šis žemėlapis dar neišmatuotas
editor-measure-again = Matuoti iš naujo
editor-measuring = Matuojama…
editor-measuring-failed = Išmatuoti nepavyko: { $reason }
editor-not-on-map = Nėra žemėlapyje
editor-not-on-map-about = Įvykiai, nepriklausantys jokiam sąlyčio taškui
editor-never-taken = Niekas nežengė
editor-event = Įvykis
editor-travellers = Keliautojai

# Presenting
editor-present-number = { $number } iš { $count }
editor-present-progress = Parodyta etapų
editor-present-end = Grįžti į žemėlapį
editor-present-next = Kitas etapas
editor-present-previous = Ankstesnis etapas
editor-present-empty = Žemėlapyje dar nėra etapų
editor-present-go-on = { $share } eina toliau

# Details
editor-details-nothing = Pasirinkite etapą, žingsnį, juostą ar kortelę – čia bus viskas, kas apie juos žinoma
editor-field-empty = dar neparašyta
editor-field-text = Tekstas
editor-field-name = Pavadinimas
editor-field-kind = Rūšis
editor-field-layer = Sluoksnis
editor-field-metric = Rodiklis
editor-field-icon = Piktograma
editor-field-own-icon = Sava piktograma
editor-own-icon-choose = Pasirinkti paveikslėlį
editor-own-icon-change = Pasirinkti kitą
editor-own-icon-remove = Pašalinti
editor-field-colour = Spalva
editor-colour-navy = Tamsiai mėlyna
editor-colour-blue = Mėlyna
editor-colour-sky = Žydra
editor-colour-green = Žalia
editor-colour-dark-green = Tamsiai žalia
editor-colour-orange = Oranžinė
editor-colour-brown = Ruda
editor-colour-vermilion = Raudonai oranžinė
editor-colour-pink = Rožinė
editor-colour-violet = Violetinė
editor-colour-grey = Pilka
editor-colour-none = Be spalvos
editor-field-hidden = Paslėpta žemėlapyje
editor-field-expected = Numatomas laikas
editor-field-sub-map = Atskiras žemėlapis
editor-field-sub-map-about = Žemėlapis, išsamiai aprašantis šį etapą
editor-sub-map-none = Nėra
editor-sub-map-unknown = { $map } (tokio žemėlapio čia nėra)
editor-field-target = Siektina reikšmė
editor-field-targets = Siektinos reikšmės
editor-target-add = Nustatyti siektiną reikšmę
editor-target-new = Nauja siektina reikšmė
editor-target-remove = Pašalinti siektiną reikšmę
editor-target-side = Ne mažiau ar ne daugiau
editor-target-side-at-least = ne mažiau
editor-target-side-at-most = ne daugiau
editor-target-value = Reikšmė
editor-target-alert-after = Įspėti, jei nepasiekiama ilgiau nei
editor-target-at-least = { $metric }: ne mažiau kaip { $value }
editor-target-at-most = { $metric }: ne daugiau kaip { $value }
editor-target-wanted = Siektina reikšmė – { $target }
editor-target-met = Pasiekta – { $target }
editor-target-missed = Nepasiekta – { $target }
editor-field-wrong = Taip perskaityti negalima
editor-field-moment = Tiesos akimirka
editor-field-picture = Kitas vaizdas
editor-field-evidence = Įrodymai
editor-field-evidence-none = Be įrodymų tai prielaida
editor-field-evidence-cite = Nurodyti įrodymą
editor-field-channel = Kanalas
editor-field-actor = Su kuo
editor-field-side = Pusė
editor-side-frontstage = matomoji dalis
editor-field-events = Įvykiai
editor-field-criticality = Kritiškumas
editor-field-whom = Kam trukdo
editor-field-where = Kur susiduriama
editor-field-owner = Atsakingas asmuo
editor-field-design = Dizaino lengvumas
editor-field-development = Kūrimo lengvumas
editor-field-lifts-from = Turėtų pagerinti perėjimą nuo
editor-field-lifts-to = iki
editor-field-from = Nuo
editor-field-to = Iki
editor-field-word = Vienu žodžiu
editor-field-emoji = Jaustukas arba piktogramos pavadinimas
editor-transitions-none = Kol kas kelionė eina iš etapo į etapą iš eilės. Pridėkite grįžimą, atšaką ar trumpesnį kelią.
editor-transitions-add = Pridėti kelią
editor-transition-remove = Pašalinti šį kelią
editor-layer-physical-evidence = fiziniai įrodymai
editor-layer-customer-actions = kliento veiksmai
editor-layer-frontstage = matomoji dalis
editor-layer-backstage = užkulisiai
editor-layer-support = pagalbiniai procesai
editor-show-grid = Rodyti visą žemėlapį
