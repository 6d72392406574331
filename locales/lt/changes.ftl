# Pasakojimas, kas pasikeitė tarp dviejų žemėlapio būsenų; puslapiui ir komandinei eilutei.
# A native reader has not reviewed this yet.

# Visas dalykas
change-added = { $what ->
    [tag] Žyma „{ $title }“ pridėta.
    [evidence] Įrodymas „{ $title }“ pridėtas.
    [persona] Persona „{ $title }“ pridėta.
    [lane] Juosta „{ $title }“ pridėta.
    [stage] Etapas „{ $title }“ pridėtas.
    [step] Žingsnis „{ $title }“ pridėtas.
    [touchpoint] Sąlyčio taškas „{ $title }“ pridėtas.
    [binding] Susiejimas „{ $title }“ pridėtas.
    [emotion] Emocija „{ $title }“ pridėta.
    [item] Kortelė „{ $title }“ pridėta.
    [barrier] Kliūtis „{ $title }“ pridėta.
    [idea] Idėja „{ $title }“ pridėta.
    [transition] Perėjimas „{ $title }“ pridėtas.
    [target] Siekiama reikšmė „{ $title }“ pridėta.
   *[other] „{ $title }“ pridėta.
}
change-removed = { $what ->
    [tag] Žyma „{ $title }“ pašalinta.
    [evidence] Įrodymas „{ $title }“ pašalintas.
    [persona] Persona „{ $title }“ pašalinta.
    [lane] Juosta „{ $title }“ pašalinta.
    [stage] Etapas „{ $title }“ pašalintas.
    [step] Žingsnis „{ $title }“ pašalintas.
    [touchpoint] Sąlyčio taškas „{ $title }“ pašalintas.
    [binding] Susiejimas „{ $title }“ pašalintas.
    [emotion] Emocija „{ $title }“ pašalinta.
    [item] Kortelė „{ $title }“ pašalinta.
    [barrier] Kliūtis „{ $title }“ pašalinta.
    [idea] Idėja „{ $title }“ pašalinta.
    [transition] Perėjimas „{ $title }“ pašalintas.
    [target] Siekiama reikšmė „{ $title }“ pašalinta.
   *[other] „{ $title }“ pašalinta.
}
change-moved = { $what ->
    [tag] Žyma „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
    [evidence] Įrodymas „{ $title }“ perkeltas iš „{ $from }“ į „{ $to }“.
    [persona] Persona „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
    [lane] Juosta „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
    [stage] Etapas „{ $title }“ perkeltas iš „{ $from }“ į „{ $to }“.
    [step] Žingsnis „{ $title }“ perkeltas iš „{ $from }“ į „{ $to }“.
    [touchpoint] Sąlyčio taškas „{ $title }“ perkeltas iš „{ $from }“ į „{ $to }“.
    [binding] Susiejimas „{ $title }“ perkeltas iš „{ $from }“ į „{ $to }“.
    [emotion] Emocija „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
    [item] Kortelė „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
    [barrier] Kliūtis „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
    [idea] Idėja „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
    [transition] Perėjimas „{ $title }“ perkeltas iš „{ $from }“ į „{ $to }“.
    [target] Siekiama reikšmė „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
   *[other] „{ $title }“ perkelta iš „{ $from }“ į „{ $to }“.
}
change-reordered = { $what ->
    [tag] Žyma „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
    [evidence] Įrodymas „{ $title }“ perkeltas iš { $from } vietos į { $to } vietą.
    [persona] Persona „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
    [lane] Juosta „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
    [stage] Etapas „{ $title }“ perkeltas iš { $from } vietos į { $to } vietą.
    [step] Žingsnis „{ $title }“ perkeltas iš { $from } vietos į { $to } vietą.
    [touchpoint] Sąlyčio taškas „{ $title }“ perkeltas iš { $from } vietos į { $to } vietą.
    [binding] Susiejimas „{ $title }“ perkeltas iš { $from } vietos į { $to } vietą.
    [emotion] Emocija „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
    [item] Kortelė „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
    [barrier] Kliūtis „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
    [idea] Idėja „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
    [transition] Perėjimas „{ $title }“ perkeltas iš { $from } vietos į { $to } vietą.
    [target] Siekiama reikšmė „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
   *[other] „{ $title }“ perkelta iš { $from } vietos į { $to } vietą.
}

# Kas atsirado ar dingo kartu
change-steps = { $count ->
    [one] jame { $count } žingsnis
    [few] jame { $count } žingsniai
   *[other] jame { $count } žingsnių
}
change-cards = { $count ->
    [one] jame { $count } kortelė
    [few] jame { $count } kortelės
   *[other] jame { $count } kortelių
}

# Tekstas arba reikšmė
change-reworded = „{ $title }“: { $field } – perrašyta.
change-reworded-in = „{ $title }“: { $field } – perrašyta ({ $language }).
change-written = „{ $title }“: { $field } – parašyta: „{ $after }“.
change-written-in = „{ $title }“: { $field } – parašyta ({ $language }): „{ $after }“.
change-erased = „{ $title }“: { $field } – ištrinta. Buvo: „{ $before }“.
change-erased-in = „{ $title }“: { $field } – ištrinta ({ $language }). Buvo: „{ $before }“.
change-set = „{ $title }“: { $field } – buvo „{ $before }“, dabar „{ $after }“.
change-set-first = „{ $title }“: { $field } – dabar „{ $after }“.
change-cleared = „{ $title }“: { $field } – panaikinta. Buvo „{ $before }“.
change-felt-better = { $field ->
    [wished] Personai „{ $persona }“ ties „{ $place }“ norima geresnės emocijos: { $after } vietoj { $before }.
   *[claimed] Persona „{ $persona }“ ties „{ $place }“ jaučiasi geriau: { $after } vietoj { $before }.
}
change-felt-worse = { $field ->
    [wished] Personai „{ $persona }“ ties „{ $place }“ norima kuklesnės emocijos: { $after } vietoj { $before }.
   *[claimed] Persona „{ $persona }“ ties „{ $place }“ jaučiasi blogiau: { $after } vietoj { $before }.
}

# Visas pakeitimų sąrašas
change-none = Niekas nepasikeitė.
change-count = { $count ->
    [one] { $count } pakeitimas
    [few] { $count } pakeitimai
   *[other] { $count } pakeitimų
}

# Kur tai yra ir kaip vadinasi tai, kas neturi pavadinimo
change-in-map = žemėlapis
change-in-cell = { $place }, { $lane }
change-in-portrait = { $persona }, { $list }
change-of-emotion = { $persona }, { $place }
change-of-transition = { $from } → { $to }
change-of-target = { $metric }, { $place }
change-untitled = be pavadinimo
change-yes = taip
change-no = ne

# Kaip vadinasi jo tekstai ir reikšmės
change-field-accent = akcento spalva
change-field-actor = kas veikia
change-field-alert-after = įspėjimas po
change-field-at-least = ne mažiau kaip
change-field-at-most = ne daugiau kaip
change-field-behaviour = elgsena
change-field-channel = kanalas
change-field-claimed = emocija
change-field-colour = spalva
change-field-criticality = kritiškumas
change-field-date = data
change-field-design-ease = projektavimo lengvumas
change-field-development-ease = kūrimo lengvumas
change-field-events = įvykiai
change-field-evidence = įrodymas
change-field-expected-time = tikėtinas laikas
change-field-facts = faktai
change-field-from = nuo
change-field-goal = tikslas
change-field-hidden = paslėpta
change-field-icon = piktograma
change-field-id = identifikatorius
change-field-image = paveikslas
change-field-kind = rūšis
change-field-language = kalba
change-field-layer = sluoksnis
change-field-lifts = perėjimas, kurį ji turėtų pagerinti
change-field-link = nuoroda
change-field-map = atskiras žemėlapis
change-field-metric = rodiklis
change-field-moment-of-truth = tiesos akimirka
change-field-motives = motyvai
change-field-name = vardas
change-field-needs = poreikiai
change-field-note = pastaba
change-field-owner = atsakingas asmuo
change-field-personas = personos
change-field-picture = portretas
change-field-product = produktas
change-field-purpose = paskirtis
change-field-quote = citata
change-field-ribbon = etapų spalva
change-field-role = vaidmuo
change-field-segment = segmentas
change-field-side = matomoji dalis ar užkulisiai
change-field-state = būsena
change-field-status = būklė
change-field-step = žingsnis
change-field-subject = kieno kelionė
change-field-success = sėkmės kriterijus
change-field-text = tekstas
change-field-title = pavadinimas
change-field-to = iki
change-field-touchpoint = sąlyčio taškas
change-field-touchpoints = sąlyčio taškai
change-field-until = iki
change-field-where = sąlyga
change-field-who = kas klausinėti
change-field-wished = norima emocija
change-field-word = emocijos žodis
change-field-worries = nuogąstavimai
