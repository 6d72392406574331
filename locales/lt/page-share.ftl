# Bendrinimo nuorodos: svečių pasveikinimas, žemėlapio savininko langas. Terminus turi peržiūrėti gimtakalbis.

share-greeting-closed = Ši nuoroda nieko nebeatveria
share-greeting-invited = Esate pakviesti prie kelionės žemėlapio
share-greeting-edit = Galėsite jį skaityti ir keisti kartu su komanda, kai tik prisistatysite.
share-greeting-view = Galėsite jį skaityti. Niekas, ką čia darysite, žemėlapio nepakeis.
share-greeting-name = Jūsų vardas
share-greeting-name-why = Kiti jį matys šalia jūsų žymeklio ir pakeitimų.
share-greeting-open = Atverti žemėlapį
