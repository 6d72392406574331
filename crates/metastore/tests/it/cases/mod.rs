//! What holds for a store on either database.

mod attachments;
mod concurrency;
mod frozen;
mod guests;
mod maps;
mod neighbours;
mod owner;
mod texts;
mod updates;
mod versions;

use std::future::Future;
use std::pin::Pin;

use crate::kill;
use crate::place::Place;

type Case = fn(Place) -> Pin<Box<dyn Future<Output = ()> + Send>>;

macro_rules! cases {
    ($($module:ident :: $name:ident),+ $(,)?) => {
        &[$((stringify!($name), |place| Box::pin($module::$name(place)))),+]
    };
}

/// Each is given a database of its own.
pub(crate) const CASES: &[(&str, Case)] = cases![
    maps::maps_are_listed_by_id_as_they_were_made,
    maps::an_id_is_taken_once,
    maps::a_summary_and_a_folder_can_be_changed,
    maps::a_summary_is_not_replaced_by_one_of_an_earlier_revision,
    maps::a_deleted_map_takes_nothing_and_can_be_had_back,
    maps::a_map_is_deleted_as_it_is_known,
    maps::a_purged_map_leaves_nothing,
    updates::updates_are_numbered_and_read_in_order,
    updates::appending_nothing_tells_the_revision,
    updates::appending_needs_a_map,
    updates::a_snapshot_takes_the_place_of_the_log_up_to_it,
    updates::compacting_late_or_ahead_loses_nothing,
    versions::versions_count_from_one_for_each_map,
    versions::versions_of_unknown_maps_are_none,
    versions::a_version_equal_to_another_takes_up_no_room,
    attachments::images_are_kept_by_name_and_copied,
    attachments::images_of_a_map_have_a_limit_together,
    attachments::images_are_purged_that_are_old_and_in_no_version,
    attachments::the_last_measurement_counts,
    attachments::settings_are_replaced,
    owner::a_sign_in_works_once_and_in_time,
    owner::a_session_ends_by_time_or_by_hand,
    owner::tokens_can_be_revoked,
    owner::no_secret_is_stored,
    guests::a_link_opens_its_map_until_it_ends,
    guests::a_revoked_link_ends_its_guests_sessions,
    guests::an_expired_link_ends_its_guests_sessions,
    guests::guests_can_change_their_name_and_the_owner_cannot,
    guests::a_guests_session_opens_what_all_its_links_open,
    texts::every_character_but_one_is_kept,
    texts::the_character_nul_is_refused,
    neighbours::other_tables_are_left_alone,
    neighbours::records_of_newer_and_damaged_forms_are_refused,
    concurrency::stores_opened_at_once_make_the_tables_once,
    concurrency::two_stores_append_to_one_map_at_once,
    concurrency::compacting_loses_nothing_that_is_appended_meanwhile,
    concurrency::a_sign_in_is_taken_once_by_many_at_once,
    concurrency::versions_kept_at_once_have_numbers_of_their_own,
    frozen::what_older_versions_stored_can_be_read,
    frozen::what_the_second_form_stored_can_be_read,
    kill::nothing_acknowledged_is_lost_when_the_process_is_killed,
];
