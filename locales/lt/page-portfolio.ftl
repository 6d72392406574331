# Portfelis: visi žemėlapiai, jų aplankai ir keliai į naują žemėlapį. Terminus turi peržiūrėti gimtakalbis.

portfolio-page-title = Kelionių žemėlapiai · Kelias
portfolio-shelves = Aplankai
portfolio-all = Visi žemėlapiai
portfolio-archive-shelf = Archyvas
portfolio-deleted-shelf = Neseniai ištrinti
portfolio-deleted-what = Ištrintus žemėlapius kurį laiką dar galima grąžinti.
portfolio-count = { $count ->
    [one] { $count } žemėlapis
    [few] { $count } žemėlapiai
   *[other] { $count } žemėlapių
}

portfolio-search = Ieškoti žemėlapių
portfolio-account = Jūs esate { $name }
portfolio-your-name = Jūsų vardas
portfolio-your-name-why = Taip jus vadina istorijos ir kolegų ekranai.
portfolio-your-name-save = Išsaugoti
portfolio-version = Kelias { $version }
portfolio-sign-out = Atsijungti

portfolio-filter-status = Bet kokia būsena
portfolio-filter-owner = Bet kuris atsakingas asmuo
portfolio-filter-tag = Bet kokia žyma
portfolio-filter-clear = Valyti filtrus
portfolio-sort = Tvarka
portfolio-sort-changed = Pagal pakeitimą
portfolio-sort-title = Pagal pavadinimą
portfolio-sort-status = Pagal būseną
portfolio-sort-completeness = Mažiausiai užpildyti
portfolio-sort-evidence = Mažiausiai pagrįsti
portfolio-sort-measured = Pagal matavimą
portfolio-sort-reverse = Atvirkščia tvarka
portfolio-layout = Vaizdas
portfolio-layout-cards = Kortelės
portfolio-layout-table = Lentelė

portfolio-status-draft = Juodraštis
portfolio-status-in-review = Peržiūrimas
portfolio-status-approved = Patvirtintas
portfolio-status-archived = Archyve
portfolio-state-as-is = esama būsena
portfolio-state-to-be = siekiama būsena
portfolio-owner = Atsakingas asmuo
portfolio-folder = Aplankas
portfolio-tags = Žymos
portfolio-completeness = Užpildyta
portfolio-evidence = Pagrįsta
portfolio-measured = Išmatuota
portfolio-by = { $name }
portfolio-part-of = Priklauso žemėlapiui
portfolio-leads-to = Etapai veda į žemėlapius
portfolio-column-title = Žemėlapis
portfolio-column-status = Būsena
portfolio-column-changed = Pakeistas
portfolio-column-menu = Veiksmai
portfolio-preview = { $stages ->
    [one] { $stages } etapas
    [few] { $stages } etapai
   *[other] { $stages } etapų
}, { $columns ->
    [one] { $columns } stulpelis
    [few] { $columns } stulpeliai
   *[other] { $columns } stulpelių
}

portfolio-menu = Veiksmai su žemėlapiu „{ $title }“
portfolio-open = Atverti
portfolio-untitled = Žemėlapis be pavadinimo
portfolio-duplicate = Kurti kopiją
portfolio-copy-title = { $title } (kopija)
portfolio-duplicated = Sukurtas žemėlapis „{ $title }“
portfolio-move = Perkelti
portfolio-move-out = Be aplanko
portfolio-move-new = Naujas aplankas…
portfolio-moved = Žemėlapis „{ $title }“ dabar aplanke „{ $folder }“
portfolio-moved-out = Žemėlapis „{ $title }“ dabar be aplanko
portfolio-archive = Į archyvą
portfolio-archived = Žemėlapis „{ $title }“ archyve
portfolio-unarchive = Išimti iš archyvo
portfolio-unarchived = Žemėlapis „{ $title }“ vėl juodraštis
portfolio-delete = Ištrinti
portfolio-deleted = Žemėlapis „{ $title }“ ištrintas
portfolio-restore = Grąžinti
portfolio-restored = Žemėlapis „{ $title }“ grąžintas
portfolio-undo = Atšaukti

portfolio-folder-new = Naujas aplankas
portfolio-folder-create = Sukurti
portfolio-folder-name = Aplanko pavadinimas
portfolio-folder-taken = Toks aplankas jau yra.
portfolio-folder-menu = Veiksmai su aplanku „{ $folder }“
portfolio-folder-rename = Pervadinti
portfolio-folder-renamed = Aplankas dabar vadinasi „{ $folder }“
portfolio-folder-dissolve = Pašalinti aplanką, žemėlapius palikti
portfolio-folder-dissolved = Aplankas „{ $folder }“ pašalintas, jo žemėlapiai palikti

portfolio-nothing-found = Nė vienas žemėlapis netinka.
portfolio-nothing-found-clear = Rodyti visus
portfolio-nothing-folder = Aplankas tuščias. Užvilkite žemėlapius ant jo pavadinimo arba žemėlapio meniu pasirinkite „Perkelti“.
portfolio-nothing-archived = Archyvas tuščias. Čia dedami žemėlapiai, kurie trukdo, bet dar gali praversti.
portfolio-nothing-deleted = Pastaruoju metu nieko neištrinta.

portfolio-empty-title = Nupieškite pirmąją kelionę
portfolio-empty-what = Kelionės žemėlapis rodo, ką jūsų klientai veikia, galvoja ir jaučia kiekviename etape ir kur kas nors nepavyksta. Pradėkite nuo bet kurio būdo: viską vėliau galima pakeisti.
portfolio-empty-template = Pradėti nuo šablono
portfolio-empty-template-what = Internetinė parduotuvė, klinika, restoranas, programėlė: etapai ir juostos, kuriuos lengva pritaikyti sau.
portfolio-empty-spreadsheet = Įklijuoti iš skaičiuoklės
portfolio-empty-spreadsheet-what = Nukopijuokite etapų ir aspektų lentelę ir pažiūrėkite, kaip ji virsta žemėlapiu.
portfolio-empty-file = Atverti žemėlapio failą
portfolio-empty-file-what = Nutempkite *.journey.yaml arba JSON bet kur ant šio puslapio.

portfolio-new = Naujas žemėlapis
portfolio-new-template = Iš šablono
portfolio-new-spreadsheet = Iš skaičiuoklės
portfolio-new-file = Iš failo
portfolio-drop = Paleiskite žemėlapių failus čia

portfolio-template-size = { $stages ->
    [one] { $stages } etapas
    [few] { $stages } etapai
   *[other] { $stages } etapų
}, { $steps ->
    [0] be žingsnių
    [one] { $steps } žingsnis
    [few] { $steps } žingsniai
   *[other] { $steps } žingsnių
}
portfolio-template-title = Žemėlapio pavadinimas
portfolio-template-language = Žemėlapio kalba
portfolio-template-create = Kurti žemėlapį
portfolio-picture = Žemėlapio turinys

portfolio-file-what = Žemėlapių failai YAML arba JSON formatu. Iš kiekvieno bus atskiras žemėlapis; jei faile yra klaidų, bus parodyta, ką taisyti, ir niekas nepasikeis.
portfolio-file-choose = Pasirinkti failus
portfolio-file-made = Sukurta:
portfolio-file-mend = { $count ->
    [one] Pataisykite tai ir vėl pasirinkite failą.
    [few] Pataisykite { $count } vietas ir vėl pasirinkite failą.
   *[other] Pataisykite { $count } vietų ir vėl pasirinkite failą.
}
portfolio-diagnostic-error = klaida
portfolio-diagnostic-warning = pastaba
portfolio-diagnostic-place = { $line } eilutė, { $column } stulpelis
portfolio-diagnostic-meant = Gal turėta omenyje „{ $word }“?
portfolio-problems = { $count ->
    [one] { $count } klaida faile
    [few] { $count } klaidos faile
   *[other] { $count } klaidų faile
}
portfolio-problems-title = Žemėlapio „{ $title }“ failas
portfolio-problems-what = Failo negalima perskaityti kaip žemėlapio. Jis liks toks, koks yra, kol bus pataisytas; tada žemėlapis vėl juo seks.

portfolio-sheet-what = „Excel“, „Google Sheets“ arba „LibreOffice“ pažymėkite lentelę, kurioje etapai viršuje, o aspektai šone, ir nukopijuokite. Žemėlapį pamatysite dar prieš jį kurdami.
portfolio-sheet-paste = Čia įklijuokite nukopijuotus langelius
portfolio-sheet-small = Žemėlapiui to per maža: nukopijuokite bent etapų eilutę ir dar vieną eilutę po ja.
portfolio-sheet-title-default = Kelionė iš skaičiuoklės
portfolio-sheet-turn = Sukeisti eilutes ir stulpelius
portfolio-sheet-again = Įklijuoti iš naujo
portfolio-sheet-becomes = Bus: { $stages ->
    [one] { $stages } etapas
    [few] { $stages } etapai
   *[other] { $stages } etapų
}, { $steps ->
    [0] be žingsnių
    [one] { $steps } žingsnis
    [few] { $steps } žingsniai
   *[other] { $steps } žingsnių
}, { $lanes ->
    [one] { $lanes } juosta
    [few] { $lanes } juostos
   *[other] { $lanes } juostų
}.
