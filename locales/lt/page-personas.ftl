# Personų redaktorius. Terminus turi peržiūrėti gimtakalbis.

personas-panel = Personos
personas-none = Personų dar nėra. Kieno tai kelionė? Pridėkite portretą kiekvienai grupei, kurios kelionė iš tikrųjų skiriasi; užtenka kelių.
personas-add = Pridėti personą
personas-name = Vardas
personas-role = Vaidmuo grupės pirkime
personas-quote = Savais žodžiais
personas-facts = Faktai
personas-needs = Poreikiai
personas-motives = Motyvai
personas-worries = Nerimas
personas-behaviour = Elgsena
personas-trait = { $number } eilutė
personas-add-to = Pridėti į „{ $list }“
personas-remove-trait = Pašalinti „{ $text }“
personas-up = Pakelti „{ $text }“
personas-down = Nuleisti „{ $text }“
personas-segment = Matuojamas segmentas
personas-earlier = Perkelti anksčiau
personas-later = Perkelti vėliau
personas-remove = Pašalinti personą
personas-picture-of = Portretas: { $name }
personas-picture-add = Pridėti paveikslėlį
personas-picture-change = Keisti paveikslėlį
personas-picture-remove = Pašalinti paveikslėlį
