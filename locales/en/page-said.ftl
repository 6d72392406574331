# What the live region says after a command. { said-what } names what it was done to.

said-thing = { $what ->
    [stage] { $count ->
        [one] stage
       *[other] stages
    }
    [step] { $count ->
        [one] step
       *[other] steps
    }
    [lane] { $count ->
        [one] lane
       *[other] lanes
    }
    [touchpoint] { $count ->
        [one] touchpoint
       *[other] touchpoints
    }
    [barrier] { $count ->
        [one] barrier
       *[other] barriers
    }
    [idea] { $count ->
        [one] idea
       *[other] ideas
    }
    [transition] { $count ->
        [one] transition
       *[other] transitions
    }
    [persona] { $count ->
        [one] persona
       *[other] personas
    }
    [evidence] { $count ->
        [one] piece of evidence
       *[other] pieces of evidence
    }
    [tag] { $count ->
        [one] tags
       *[other] tags
    }
    [target] { $count ->
        [one] target
       *[other] targets
    }
    [emotion] { $count ->
        [one] emotion
       *[other] emotions
    }
    [goal] { $count ->
        [one] goal
       *[other] goals
    }
    [success] { $count ->
        [one] success criterion
       *[other] success criteria
    }
   *[card] { $count ->
        [one] card
       *[other] cards
    }
}
said-what = { $isNamed ->
    [yes] { said-thing } “{ $name }”
   *[no] { $count ->
        [1] { said-thing }
       *[other] { $count } { said-thing }
    }
}

said-added = Added: { said-what }
said-there = Already there: { said-what }
said-removed = Removed: { said-what }
said-changed = Changed: { said-what }
said-moved-to = Moved: { said-what }, now { $position } of { $total }
said-moved = Moved: { said-what }
said-chosen = Chosen: { said-what }
said-duplicated = Duplicated: { said-what }
said-hidden = Hidden: { said-what }
said-shown = Shown again: { said-what }
said-coloured = Coloured: { said-what }
said-merged = Merged with the next: { said-what }
said-split = Split: { said-what }
said-turned = Now it is: { said-what }
said-cited = Cited: { said-what }
said-uncited = No longer cited: { said-what }
said-felt = { $name }: { $side ->
    [wished] wished-for
   *[claimed] claimed
} emotion { $value }
said-editing = Editing
said-would-hide = Not changed: this would go out of sight: { said-what }. Add a new lane instead.
said-copied = Copied: { said-what }
said-pasted = Pasted: { said-what }
said-pasted-part = Pasted: { said-what }; { $leftOut } found no place on the map
said-undone = Undone
said-redone = Done again
said-head = The map was changed
said-replaced = Replaced in { $count ->
    [one] one place
   *[other] { $count } places
}
