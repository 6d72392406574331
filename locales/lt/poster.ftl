# NEEDS A NATIVE READER'S REVIEW: written without one; terms follow the glossary.
# Plakato užrašai. Pačių žemėlapių tekstų čia nėra.

# Antraštė
status-draft = Juodraštis
status-in-review = Peržiūrimas
status-approved = Patvirtintas
status-archived = Archyve
state-as-is = esama būsena
state-to-be = siekiama būsena
subject-customer = klientas
subject-employee = darbuotojas
subject-partner = partneris
subject-patient = pacientas
subject-order = užsakymas
detail-owner = Atsakingas asmuo
detail-period = Laikotarpis
detail-version = Versija
detail-date = Data
detail-measured = Išmatuota
persona-facts = Faktai
persona-needs = Poreikiai
persona-motives = Motyvai
persona-worries = Nerimas
persona-behaviour = Elgsena
personas-title = Personos

# Išvados; skaičius rašomas prieš žodžius
finding-travellers-customer = { $count ->
    [one] klientas
    [few] klientai
   *[other] klientų
}
finding-travellers-employee = { $count ->
    [one] darbuotojas
    [few] darbuotojai
   *[other] darbuotojų
}
finding-travellers-partner = { $count ->
    [one] partneris
    [few] partneriai
   *[other] partnerių
}
finding-travellers-patient = { $count ->
    [one] pacientas
    [few] pacientai
   *[other] pacientų
}
finding-travellers-order = { $count ->
    [one] užsakymas
    [few] užsakymai
   *[other] užsakymų
}
finding-travellers-other = { $count ->
    [one] keliautojas
    [few] keliautojai
   *[other] keliautojų
}
finding-overall = pasiekia „{ $place }“
finding-overall-interval = pasiekia „{ $place }“ ({ $low }–{ $high })
finding-evidence = teiginių paremta įrodymais
finding-worst = nubyra tarp „{ $from }“ ir „{ $to }“
finding-not-on-map = atliko „{ $event }“, ko žemėlapyje nėra
finding-not-on-map-more = atliko „{ $event }“, ko žemėlapyje nėra, kaip ir dar { $others ->
    [one] { $others } įvykio
    [few] { $others } įvykių
   *[other] { $others } įvykių
}
finding-never-taken = nė karto nepereita: { $places }
finding-stages = { $count ->
    [one] etapas
    [few] etapai
   *[other] etapų
}
finding-steps = { $count ->
    [one] žingsnis
    [few] žingsniai
   *[other] žingsnių
}
finding-touchpoints = { $count ->
    [one] sąlyčio taškas
    [few] sąlyčio taškai
   *[other] sąlyčio taškų
}, susieta su įvykiais: { $bound }
finding-barriers = { $count ->
    [one] kliūtis
    [few] kliūtys
   *[other] kliūčių
}
finding-critical = Kritiškiausia ({ $criticality } iš 5): { $barrier }

# Eilutės
goal-of-stage = Etapo tikslas
steps = Žingsniai
steps-caption = kuo paremta
steps-without = Įrodymai
continued = (tęsinys)
measured = Išmatuota
measured-caption = pasiekė žingsnį, dalis, perėjo prie kito
backstage = užkulisiai
line-interaction = Sąveikos riba
line-visibility = Matomumo riba
line-internal = Vidinės sąveikos riba
moment-zero = Nulinė tiesos akimirka
moment-first = Pirmoji tiesos akimirka
moment-second = Antroji tiesos akimirka
moment-ultimate = Galutinė tiesos akimirka
moment-aha = Aha momentas
expected-time = tikisi ne ilgiau kaip { $time }
quotation = „{ $text }“

# Įrodymai po žingsniu
assumption = prielaida
evidence-interview = { $count ->
    [1] interviu
   *[other] { $count } interviu
}
evidence-survey = { $count ->
    [1] apklausa
    [one] { $count } apklausa
    [few] { $count } apklausos
   *[other] { $count } apklausų
}
evidence-review = { $count ->
    [1] atsiliepimai
    [one] { $count } atsiliepimų rinkinys
    [few] { $count } atsiliepimų rinkiniai
   *[other] { $count } atsiliepimų rinkinių
}
evidence-observation = { $count ->
    [1] stebėjimas
    [one] { $count } stebėjimas
    [few] { $count } stebėjimai
   *[other] { $count } stebėjimų
}
evidence-statistics = statistika
evidence-workshop = { $count ->
    [1] dirbtuvės
   *[other] { $count } dirbtuvės
}
evidence-study = { $count ->
    [1] tyrimas
    [one] { $count } tyrimas
    [few] { $count } tyrimai
   *[other] { $count } tyrimų
}

# Išmatuotos reikšmės
median-time = mediana { $time }
median-p90 = mediana { $time }, 9 iš 10 per { $p90 }
retention = grįžo { $share }
retention-without = grįžo { $share } (iš kitų { $without })
dropped = nebetęsė: { $number }
to-next = pereina prie kito žingsnio: { $share }
metric-audience = auditorija
metric-share = auditorijos dalis
metric-conversion_to_next = konversija į kitą žingsnį
metric-median_seconds_to_next = laiko iki kito žingsnio mediana
metric-retention = išlaikymas
metric-emotion = išmatuota emocija
target-at-least = { $metric }: ne mažiau kaip { $value }
target-at-most = { $metric }: ne daugiau kaip { $value }
target-met = Pasiekta – { $target }
target-missed = Nepasiekta – { $target }

# Emocijos
emotion-claimed = manoma
emotion-measured = išmatuota
emotion-measured-interval = išmatuota, 95 %
emotion-wished = siekiama
emotion-of = { $persona }, { $what }
emotion-gap = skirtumas { $gap }
emotion-ratings = { $ratings ->
    [one] { $number } įvertinimas
    [few] { $number } įvertinimai
   *[other] { $number } įvertinimų
}
emotion-alt = Emocijų kreivė nuo −2 iki +2.
emotion-alt-series = { $name }: { $points }.
emotion-alt-point = { $place } { $value }

# Kliūtys ir idėjos
criticality = kritiškumas { $value }
barrier-at = kur: { $touchpoints }
barrier-whom = kam: { $personas }
idea-against = prieš: { $barrier }
idea-at = kur: { $touchpoint }
idea-ease = lengvumas: { $parts }
idea-ease-design = dizainas { $value }
idea-ease-development = kūrimas { $value }
idea-owner = atsakingas: { $owner }
idea-lifts = pakels { $from } → { $to }
idea-status-proposed = pasiūlyta
idea-status-planned = suplanuota
idea-status-in-progress = vykdoma
idea-status-done = padaryta
idea-status-rejected = atmesta

# Legenda ir poraštė
legend-backed = paremta įrodymais
legend-assumed = prielaida
legend-moment = tiesos akimirka
legend-bound = sąlyčio taškas susietas su įvykiais
legend-unbound = nesusietas
legend-worst = didžiausias nubyrėjimas
legend-critical = kritiškumas nuo 1 iki 5
legend-loop = grįžimas
legend-branch = atšaka
legend-skip = trumpesnis kelias
legend-link = turi savo žemėlapį
made-with = Sukurta su Kelias
version-of = versija { $version }
picture-missing = paveikslėlis

# Puslapis
page-map = Žemėlapis
page-measured = Kas išmatuota
page-findings = Ką sako žemėlapis
page-stage = Etapas
page-step = Žingsnis
page-lane = Juosta
page-travellers = Keliautojai
page-share = Dalis
page-next = Perėjo toliau
page-dropped = Nubyrėjo
page-median = Laiko iki kito žingsnio mediana
page-p90 = 9 iš 10 per
page-retention = Grįžo
page-retention-without = Grįžo be žingsnio
page-emotion = Emocija, išmatuota
page-ratings = Įvertinimai
page-event = Įvykis
page-count = Kartai
page-not-on-map = Nėra žemėlapyje
page-definitions = Ką reiškia skaičiai
page-define-travellers = turintys bent vieną žingsnio įvykį
page-define-share = nuo visų per laikotarpį, su 95 % Vilsono intervalu
page-define-next = iš buvusių žingsnyje – per nustatytą laiką perėję prie kito susieto žingsnio
page-define-time = perėjusiųjų: nuo žingsnio iki kito
page-define-retention = aktyvūs po 8–14 dienų nuo žingsnio, palyginti su tokio pat amžiaus, bet žingsnyje nebuvusiais
page-define-emotion = įvertinimų, perskaičiuotų iš jų skalės į −2 .. +2, vidurkis; kai įvertinimų per mažai, skaičiaus nėra

# Vienetai
seconds = { $n } s
minutes = { $n } min.
hours = { $n } val.
days = { $n ->
    [one] { $n } diena
    [few] { $n } dienos
   *[other] { $n } dienų
}
weeks = { $n ->
    [one] { $n } savaitė
    [few] { $n } savaitės
   *[other] { $n } savaičių
}
