# The editor of personas

personas-panel = Personas
personas-none = No persona yet. Whose journey is it? Add a portrait for each group whose journey really differs; few are enough.
personas-add = Add persona
personas-name = Name
personas-role = Role in a group purchase
personas-quote = In their own words
personas-facts = Facts
personas-needs = Needs
personas-motives = Motives
personas-worries = Worries
personas-behaviour = Behaviour
personas-trait = Line { $number }
personas-add-to = Add to { $list }
personas-remove-trait = Remove “{ $text }”
personas-up = Move “{ $text }” up
personas-down = Move “{ $text }” down
personas-segment = Measured segment
personas-earlier = Move before the persona above
personas-later = Move behind the persona below
personas-remove = Remove persona
personas-picture-of = Portrait of { $name }
personas-picture-add = Add picture
personas-picture-change = Change picture
personas-picture-remove = Remove picture
