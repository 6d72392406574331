# Words of the editor. Terms follow the glossary.

# The bar on top
editor-all-maps = All maps
editor-rename-map = Rename the map
editor-status = Status
editor-status-draft = Draft
editor-status-in-review = In review
editor-status-approved = Approved
editor-status-archived = Archived
editor-state = What it shows
editor-state-as-is = as is
editor-state-to-be = to be
editor-state-none = as is or to be?
editor-personas = Personas on the map
editor-people = People here
editor-undo = Undo
editor-redo = Redo
editor-measured = Measured
editor-assumptions = Assumptions
editor-present = Present stage by stage
editor-more = More
editor-print-note = For paper there is a poster: in the editor, Ctrl+P or “More” opens it.
editor-download-svg = Download the poster (SVG)
editor-content-language = Language of the map
editor-filter = Choose lanes and stages
editor-lanes = Lanes
editor-show-all = Show everything
editor-show-hidden = Show what is hidden on the map
editor-hidden = hidden
editor-zoom = Zoom
editor-zoom-value = Zoom { $value }, back to 100 %

# Whether everything is kept
editor-save-saved = All changes saved
editor-save-saved-more = Every change is on the server’s disk
editor-save-saving = Saving…
editor-save-offline = Offline
editor-save-refused = Not saved

# What the map says; the number stands before the words
editor-findings = What the map says
editor-finding-travellers-customer = { $count ->
    [one] customer
   *[other] customers
}
editor-finding-travellers-employee = { $count ->
    [one] employee
   *[other] employees
}
editor-finding-travellers-partner = { $count ->
    [one] partner
   *[other] partners
}
editor-finding-travellers-patient = { $count ->
    [one] patient
   *[other] patients
}
editor-finding-travellers-order = { $count ->
    [one] order
   *[other] orders
}
editor-finding-travellers-other = { $count ->
    [one] traveller
   *[other] travellers
}
editor-finding-overall = reach “{ $place }”
editor-finding-evidence = of claims backed by evidence
editor-finding-worst = leave between “{ $from }” and “{ $to }”
editor-finding-not-on-map = did “{ $event }”, which is not on the map{ $others ->
    [0] { "" }
    [one] , nor is one other event
   *[other] , nor are { $others } other events
}
editor-finding-never-taken = never taken: { $places }
editor-finding-stages = { $count ->
    [one] stage
   *[other] stages
}
editor-finding-steps = { $count ->
    [one] step
   *[other] steps
}
editor-finding-touchpoints = { $count ->
    [one] touchpoint, { $bound } bound to events
   *[other] touchpoints, { $bound } bound to events
}
editor-finding-barriers = { $count ->
    [one] barrier
   *[other] barriers
}
editor-finding-critical = Most critical ({ $value } of 5): { $barrier }

# The grid
editor-grid = Map “{ $title }”
editor-row-stages = Stages
editor-row-steps = Steps
editor-row-steps-caption = what backs them
editor-row-goals = Goal of the stage
editor-row-success = Success criterion
editor-row-measured = Measured
editor-row-measured-caption = reached the step, share, went on to the next
editor-untitled = untitled
editor-untitled-map = Untitled map
editor-untitled-stage = Untitled stage
editor-untitled-step = Untitled step
editor-label-title = Title of the map
editor-label-stage = Title of the stage
editor-label-step = Title of the step
editor-label-lane = Title of the lane
editor-label-goal = Goal of the stage “{ $stage }”
editor-label-success = Success criterion
editor-expected = expected within { $time }
editor-assumption = assumption
editor-open-sub-map = Open the map of “{ $stage }”
editor-open-link = Open “{ $link }”
editor-part-of = Back to “{ $map }”
editor-part-of-several = This map is part of
editor-cell-empty = { $lane }, { $place }: empty
editor-cell-name = { $lane }, { $place }
editor-add-here = Add here
editor-nothing-to-add = Nothing can be added here
editor-paste-nowhere = This cannot be pasted here. Choose a cell of a lane first.
editor-paste-no-map = A map is made of at least two rows and two columns: stages in the first row, the names of lanes in the first column.
editor-ideas-need-barrier = An idea answers a barrier: add the barrier first
editor-arcs = Ways that leave the line
editor-arc-name = { $kind }: { $name }, from “{ $from }” to “{ $to }”
editor-transition-loop = way back
editor-transition-branch = branch
editor-transition-skip = shortcut
editor-jump = Jump to a stage
editor-jump-part = { $from } to { $until }
editor-jump-to = Go to “{ $stage }”
editor-drag-how = Press space to take, arrow keys to move, space to put, escape to leave it where it was
editor-drag-start = { $name }: taken
editor-drag-cancel = Left where it was
editor-moment-zero = Zero moment of truth
editor-moment-first = First moment of truth
editor-moment-second = Second moment of truth
editor-moment-ultimate = Ultimate moment of truth
editor-moment-aha = Aha moment
editor-line-interaction = Line of interaction
editor-line-visibility = Line of visibility
editor-line-internal = Line of internal interaction

# Evidence under a step
editor-evidence-interview = { $count ->
    [one] interview
   *[other] { $count } interviews
}
editor-evidence-survey = { $count ->
    [one] survey
   *[other] { $count } surveys
}
editor-evidence-review = { $count ->
    [one] reviews
   *[other] { $count } sets of reviews
}
editor-evidence-observation = { $count ->
    [one] observation
   *[other] { $count } observations
}
editor-evidence-statistics = { $count ->
    [one] statistics
   *[other] { $count } sets of statistics
}
editor-evidence-workshop = { $count ->
    [one] workshop
   *[other] { $count } workshops
}
editor-evidence-study = { $count ->
    [one] study
   *[other] { $count } studies
}
editor-evidence-more = +{ $count }

# Lanes
editor-lane-kind-text = Text
editor-lane-about-text = short texts, such as what the customer does
editor-lane-title-text = Does
editor-lane-kind-list = List
editor-lane-about-list = points one below the other
editor-lane-title-list = List
editor-lane-kind-questions = Questions
editor-lane-about-questions = what they ask, in their words
editor-lane-title-questions = Questions
editor-lane-kind-goals = Goals
editor-lane-about-goals = what they want to reach
editor-lane-title-goals = Goals
editor-lane-kind-quotes = Quotes
editor-lane-about-quotes = what was said, word for word
editor-lane-title-quotes = Quotes
editor-lane-kind-emotion = Emotion
editor-lane-about-emotion = the curve of what they feel
editor-lane-title-emotion = Feels
editor-lane-kind-touchpoints = Touchpoints
editor-lane-about-touchpoints = where it happens, with channels
editor-lane-title-touchpoints = Touchpoints
editor-lane-kind-image = Pictures
editor-lane-about-image = screens, photographs, sketches
editor-lane-title-image = Pictures
editor-lane-kind-process = Process
editor-lane-about-process = what happens behind, as boxes
editor-lane-title-process = Behind the scenes
editor-lane-kind-metric = Metric
editor-lane-about-metric = numbers, measured where they can be
editor-lane-title-metric = Metric
editor-lane-kind-barriers = Barriers
editor-lane-about-barriers = what stops them, and how much
editor-lane-title-barriers = Barriers
editor-lane-kind-ideas = Ideas
editor-lane-about-ideas = what we could do about the barriers
editor-lane-title-ideas = Ideas
editor-lane-kind-blueprint = Blueprint layer
editor-lane-about-blueprint = who does what, before and behind the line of visibility
editor-lane-title-blueprint = Customer actions
editor-lane-caption-questions = in their words
editor-lane-caption-quotes = word for word
editor-lane-caption-touchpoints = where it happens
editor-lane-caption-barriers = what stops them
editor-lane-caption-ideas = what we could do
editor-lane-caption-process = what happens behind
editor-lane-whole = for whole stages
editor-add-lane = Add a lane
editor-lanes-empty = Lanes are the rows of the map: what the customer does, feels, asks, and what stops them. Add the first one.

# Cards
editor-card-backed = { $lane }: { $text }. Backed by evidence.
editor-card-assumed = { $lane }: { $text }. Assumption.
editor-translating = Translate: { $text }
editor-kind-touchpoint = Touchpoint
editor-kind-barrier = Barrier
editor-kind-idea = Idea
editor-touchpoint-name = Touchpoint: { $title }. { $channel } { $binding }
editor-touchpoint-bound = Bound to events.
editor-touchpoint-unbound = Not bound to events.
editor-side-backstage = backstage
editor-criticality = criticality { $value }
editor-barrier-at = at: { $touchpoints }
editor-idea-name = Idea: { $text }. { $status }. Against: { $barrier }.
editor-idea-against = against: { $barrier }
editor-idea-status-proposed = proposed
editor-idea-status-planned = planned
editor-idea-status-in-progress = in progress
editor-idea-status-done = done
editor-idea-status-rejected = rejected
editor-priority = priority { $value }
editor-ease-design-short = ease of design { $value }
editor-ease-development-short = of development { $value }
editor-image-missing = The picture is not on the server
editor-image-none = Paste or drop a picture here
editor-image-caption = Describe the picture
editor-picture-where = Drop the picture on a cell, or choose a cell before you paste it.
editor-picture-in-lane = Only lanes of pictures show pictures, so it is in one now, at the same stage or step.
editor-picture-wrong = { $name } is no picture that Kelias can show. Use PNG, JPEG, GIF, WebP or SVG.
editor-picture-large = The picture is too large. Make it smaller, or save it as JPEG, and try again.
editor-picture-unread = Kelias cannot read this picture, or it has too many pixels. Save it anew as PNG or JPEG, at most 4,096 pixels wide and high, and try again.

# The emotion curve
editor-curve-claimed = claimed
editor-curve-measured = measured, 95 %
editor-curve-wished = wished-for
editor-emotion-point = { $persona } at “{ $place }”: claimed emotion
editor-emotion-wish = { $persona } at “{ $place }”: wished-for emotion
editor-emotion-unset = not set
editor-emotion-wished-value = wished for { $value }
editor-emotion-none = { $place }: no emotion yet
editor-emotion-gap = gap { $value }
editor-emotion-measured = { $ratings ->
    [one] measured { $value }, { $ratings } rating
   *[other] measured { $value }, { $ratings } ratings
}

# Measured numbers
editor-not-bound = not bound to events
editor-measured-name = { $count } reached the step, { $share } of all
editor-measured-dropped = { $count ->
    [one] { $number } did not go on
   *[other] { $number } did not go on
}
editor-measured-median = median { $time }
editor-measured-p90 = 9 of 10 within { $time }
editor-measured-retention = { $share } came back
editor-measured-without = { $share } of the others
editor-define-share = travellers with at least one event of the step, and their share of all in the period
editor-define-next = of those who had the step, those who went on to “{ $place }” within the window
editor-define-time = median time from the step to the next, of those who went on
editor-define-retention = active 8 to 14 days after they reached the step
editor-define-emotion = mean of the ratings at the step, from −2 to +2
editor-interval = 95 % interval { $interval } %
editor-interval-emotion = 95 % interval { $interval }
editor-of = of { $count }
editor-metric-audience = audience
editor-metric-share = share of the audience
editor-metric-conversion_to_next = conversion to the next step
editor-metric-median_seconds_to_next = median time to the next step
editor-metric-retention = retention
editor-metric-emotion = measured emotion
editor-metric-name = { $lane }, { $place }: { $value }
editor-unit-second = { $n ->
    [one] { $n } s
   *[other] { $n } s
}
editor-unit-minute = { $n ->
    [one] { $n } min
   *[other] { $n } min
}
editor-unit-hour = { $n ->
    [one] { $n } h
   *[other] { $n } h
}
editor-unit-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
editor-unit-week = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}

# A map without stages
editor-empty-title = A journey begins with its first stage
editor-empty-text = Stages are what the customer goes through, in the order they live it – not the departments of the company. Begin in one of three ways.
editor-empty-reader = Nothing has been drawn yet. You will see the map here as soon as somebody begins.
editor-empty-write = Write it
editor-empty-write-text = Name the first stage. Five lanes are laid out for you: what they do, where, what they feel, what stops them, what could be done.
editor-empty-write-button = Add the first stage
editor-empty-paste = Paste it
editor-empty-paste-text = Copy a range from Excel, Google Sheets or LibreOffice – stages in the first row, one aspect in each row below – and press Ctrl+V here.
editor-empty-template = Take a template
editor-empty-template-text = Ten journeys of different trades, filled in as examples, wait in the gallery.
editor-empty-template-button = Open the gallery

# Commands and the palette
editor-palette-search = What do you want to do?
editor-palette-nothing = No command is called so
editor-menu = Commands
editor-menu-nothing = Nothing can be done here
editor-apply = Apply
editor-clear = Clear
editor-cancel = Cancel
editor-close = Close
editor-choose-file = Choose a picture
editor-duration-how = A number and a unit: 90s, 15m, 2h, 7d, 2w
editor-nothing-found = Nothing found
editor-group-common = What is chosen
editor-group-view = View
editor-group-jump = Jump to a stage
editor-group-link = Links
editor-group-history = History
editor-group-stage = Stage
editor-group-step = Step
editor-group-lane = Lane
editor-group-card = Card
editor-group-touchpoint = Touchpoint
editor-group-moment = Moment of truth
editor-group-transition = Transition
editor-group-emotion = Emotion
editor-group-barrier = Barrier
editor-group-idea = Idea
editor-group-persona = Persona
editor-group-evidence = Evidence
editor-group-target = Target
editor-group-head = Map
editor-clipboard-cut = Cut
editor-clipboard-copy = Copy
editor-clipboard-paste = Paste
editor-clipboard-keys = This browser keeps its clipboard to the keyboard: press { $keys }.
editor-view-palette = All commands
editor-view-find = Find and replace
editor-view-details = Details
editor-view-print = Print the poster (PDF)
editor-view-zoom-in = Zoom in
editor-view-zoom-out = Zoom out
editor-view-zoom-usual = Usual size
editor-view-fit = Fit the whole journey
editor-view-assumptions = Show assumptions
editor-view-measured = Show what was measured
editor-view-hidden = Show what is hidden
editor-view-whole-show = Write for whole stages
editor-view-whole-hide = Hide the row for whole stages
editor-channel-web = web
editor-channel-mobile = mobile app
editor-channel-email = email
editor-channel-store = store
editor-channel-call-centre = call centre
editor-channel-social-network = social network
editor-channel-messenger = messenger
editor-channel-post = post
editor-channel-courier = courier
editor-channel-person = person
editor-channel-product = product
editor-channel-advertising = advertising
editor-channel-search = search
editor-icon-bell = bell
editor-icon-box = box
editor-icon-bulb = bulb
editor-icon-calendar = calendar
editor-icon-call = call
editor-icon-card = bank card
editor-icon-chat = chat
editor-icon-check = tick
editor-icon-clock = clock
editor-icon-document = document
editor-icon-eye = eye
editor-icon-flag = flag
editor-icon-gear = gear
editor-icon-globe = globe
editor-icon-heart = heart
editor-icon-leave = way out
editor-icon-link = link
editor-icon-mail = letter
editor-icon-megaphone = megaphone
editor-icon-people = people
editor-icon-person = person
editor-icon-phone = mobile telephone
editor-icon-picture = picture
editor-icon-pin = place
editor-icon-question = question
editor-icon-screen = screen
editor-icon-search = magnifier
editor-icon-star = star
editor-icon-store = shop
editor-icon-target = target
editor-icon-truck = truck

# Find and replace
editor-find-what = Find
editor-find-with = Replace with
editor-find-count = { $number } of { $count }
editor-find-elsewhere = Not on the grid as it is shown – { $kind }: “{ $text }”
editor-find-next = Next
editor-find-previous = Previous
editor-find-replace = Replace
editor-find-replace-all = Replace all
editor-find-case = Match capitals

# Panels
editor-panel-details = Details
editor-panel-transitions = Ways back, branches, shortcuts
editor-panel-measurement = Measurement

# The connection
editor-part-missing = This part of the page is still on the server, which does not answer. The map stays as it is. Try again when the connection is back; if that does not help, reload the page.
editor-part-broken = This part of the page broke. The map is kept.
editor-text-missing = The server does not answer, so the text cannot be shown while you write. What you type is kept; it goes on as soon as the server is back.
editor-save-connecting = Connecting…
editor-save-connecting-more = On the way to the server; changes that wait: { $count }
editor-save-live = All changes saved
editor-save-live-more = Everything others did is here
editor-save-saving-more = Changes on their way to the server’s disk: { $count }
editor-save-offline-more = Go on working: { $count } changes are kept in this browser and sent when the server is back
editor-refused-unsent = { $count ->
    [one] One change is in this browser only.
   *[other] { $count } changes are in this browser only.
}
editor-refused-save = Save as a new map
editor-refused-download = Download the map
editor-refused-saved = Saved as a map of its own
editor-refused-title = This map cannot be opened
editor-refused-signed-out = The session is over. Sign in again with the link that the server prints when it starts, or with your share link.
editor-refused-forbidden = You have no right to this map. Ask its owner for a link.
editor-refused-gone = There is no map at this address: it was deleted, or the address is not complete. The owner can bring a deleted map back from the list of maps.
editor-refused-malformed = The server could not read what this page sent. Reload the page.
editor-refused-too-large = The last change is larger than the server takes, or the map has grown to its limit. Undo it and reload the page.

# Measuring
editor-measured-at = Measured { $date }
editor-measured-never = This map has not been measured yet
editor-measure-again = Measure again
editor-measuring = Measuring…
editor-measuring-failed = It could not be measured: { $reason }
editor-not-on-map = Not on the map
editor-not-on-map-about = Events that belong to no touchpoint
editor-never-taken = Never taken
editor-event = Event
editor-travellers = Travellers

# Presenting
editor-present-number = { $number } of { $count }
editor-present-progress = Stages shown
editor-present-end = Back to the map
editor-present-next = Next stage
editor-present-previous = Previous stage
editor-present-empty = The map has no stages to show yet
editor-present-go-on = { $share } go on

# Details
editor-details-nothing = Choose a stage, a step, a lane or a card, and all that is known of it stands here
editor-field-empty = not written yet
editor-field-text = Text
editor-field-name = Name
editor-field-kind = Kind
editor-field-layer = Layer
editor-field-metric = Metric
editor-field-icon = Icon
editor-field-own-icon = Icon of your own
editor-own-icon-choose = Choose a picture
editor-own-icon-change = Choose another
editor-own-icon-remove = Remove
editor-field-colour = Colour
editor-colour-navy = Navy blue
editor-colour-blue = Blue
editor-colour-sky = Sky blue
editor-colour-green = Green
editor-colour-dark-green = Dark green
editor-colour-orange = Orange
editor-colour-brown = Brown
editor-colour-vermilion = Vermilion
editor-colour-pink = Pink
editor-colour-violet = Violet
editor-colour-grey = Grey
editor-colour-none = No colour
editor-field-hidden = Hidden on the map
editor-field-expected = Expected time
editor-field-sub-map = Map of its own
editor-field-sub-map-about = The map that describes this stage in full
editor-sub-map-none = None
editor-sub-map-unknown = { $map } (no such map here)
editor-field-target = Target
editor-field-targets = Targets
editor-target-add = Set a target
editor-target-new = New target
editor-target-remove = Remove the target
editor-target-side = At least or at most
editor-target-side-at-least = at least
editor-target-side-at-most = at most
editor-target-value = Value
editor-target-alert-after = Alarm when missed for so long
editor-target-at-least = { $metric }: at least { $value }
editor-target-at-most = { $metric }: at most { $value }
editor-target-wanted = Target – { $target }
editor-target-met = Target met – { $target }
editor-target-missed = Target missed – { $target }
editor-field-wrong = This cannot be read so
editor-field-moment = Moment of truth
editor-field-picture = Another picture
editor-field-evidence = Evidence
editor-field-evidence-none = Without evidence this is an assumption
editor-field-evidence-cite = Cite evidence
editor-field-channel = Channel
editor-field-actor = With whom
editor-field-side = Side
editor-side-frontstage = frontstage
editor-field-events = Events
editor-field-criticality = Criticality
editor-field-whom = Whom it stops
editor-field-where = Where it is met
editor-field-owner = Responsible
editor-field-design = Ease of design
editor-field-development = Ease of development
editor-field-lifts-from = Should raise the way from
editor-field-lifts-to = to
editor-field-from = From
editor-field-to = To
editor-field-word = In a word
editor-field-emoji = Emoji or name of an icon
editor-transitions-none = So far the journey goes from stage to stage in order. Add a way back, a branch or a shortcut.
editor-transitions-add = Add a way
editor-transition-remove = Remove this way
editor-layer-physical-evidence = physical evidence
editor-layer-customer-actions = customer actions
editor-layer-frontstage = frontstage
editor-layer-backstage = backstage
editor-layer-support = support processes
editor-show-grid = Show the whole map
