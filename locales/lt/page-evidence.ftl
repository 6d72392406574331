# Įrodymų skydelis. Terminus turi peržiūrėti gimtakalbis.

evidence-panel = Įrodymai
evidence-coverage = Teiginių pagrįsta
evidence-coverage-none = teiginių dar nėra
evidence-none = Įrodymų dar nėra. Pridėkite interviu, apklausas, atsiliepimus ir skaičius, kuriais remiasi žemėlapis, ir nurodykite juos ten, kur jie tai rodo. Kas niekuo nesiremia, yra prielaida.
evidence-add = Pridėti įrodymą
evidence-title = Kas tai
evidence-note = Ką rodo
evidence-open = Atverti nuorodą
evidence-cited = { $count ->
    [0] dar nenurodytas
    [one] nurodytas { $count } kartą
    [few] nurodytas { $count } kartus
   *[other] nurodytas { $count } kartų
}
evidence-cited-by = Kur nurodytas
evidence-cite = Nurodyti pasirinktame
evidence-remove = Pašalinti
evidence-assumptions = { $count ->
    [one] { $count } prielaida
    [few] { $count } prielaidos
   *[other] { $count } prielaidų
}
evidence-assumptions-all = Rodyti visas
evidence-in-portrait = Personos portrete
evidence-gone-to = { $text }
evidence-feeling = Ką jaučia { $persona }
