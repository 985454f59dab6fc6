using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.Registry.Wire;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>Rules that a single response does not show, each with the test that covers it.</summary>
internal static class DkEffects
{
    public static IReadOnlyList<string> Rows { get; } =
    [
        Row("1.3", "The greeting offers the services that the profile expects", nameof(DkProfileTests), nameof(DkProfileTests.Greeting_offers_what_the_profile_expects)),
        Row("1.5", "A session ends after 300 seconds without a command, and after 8 hours", nameof(SessionTests), nameof(SessionTests.Idle_or_expired_session_is_closed)),
        Row("1.6", "The third equal error ends the session; the response has the closing form of the code", nameof(SessionTests), nameof(SessionTests.Third_equal_error_ends_the_session)),
        Row("1.6", "On shutdown each session gets one more response, with the closing form of the code", nameof(SessionTests), nameof(SessionTests.Shutdown_sends_each_session_one_closing_response)),
        Row("1.6", "A message of more than 256 KB closes the connection without a response", nameof(SessionTests), nameof(SessionTests.Frame_over_the_limit_closes_the_connection_without_a_response)),
        Row("1.9", "An element that is not a command of the registry is refused by name", nameof(SessionTests), nameof(SessionTests.Unsupported_command_is_rejected_by_name)),
        Row("2.4", "The outcome of an application is reported by one message", nameof(DomainCreateTests), nameof(DomainCreateTests.Create_queues_an_application_and_its_outcome_is_a_message)),
        Row("2.4", "The first of two applications gets the name", nameof(DomainCreateTests), nameof(DomainCreateTests.First_of_two_applications_gets_the_name)),
        Row("2.4", "The domain of a registrant that has to be checked is inactive until the check is completed", nameof(DomainCreateTests), nameof(DomainCreateTests.Domain_of_an_unchecked_registrant_is_inactive)),
        Row("2.6", "If one part of an update fails, no part is applied", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Update_is_not_applied_if_a_part_fails)),
        Row("2.6 a", "The change to a registrant that has to be checked is pending until the check is completed", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Change_to_an_unchecked_registrant_is_pending)),
        Row("2.6 a", "A change of registrant is cancelled if the check is not completed in time", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Registrant_change_is_cancelled_if_the_check_expires)),
        Row("2.6 b", "A change of name servers removes all DS records and the token", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Name_server_change_removes_ds_records_and_tokens)),
        Row("2.6 b", "The registry queries the name servers before it delegates the domain to them", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Name_servers_are_queried_before_the_domain_is_delegated)),
        Row("2.6", "Under registrant management the registrant has to consent", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Registrant_has_to_consent_under_registrant_management)),
        Row("2.7", "A deletion suspends the domain for 30 days and ends with a message", nameof(DomainLifeTests), nameof(DomainLifeTests.Delete_suspends_for_30_days_and_ends_with_a_message)),
        Row("2.8", "A restore charges the fee and adds a year", nameof(DomainLifeTests), nameof(DomainLifeTests.Restore_charges_the_fee_and_adds_a_year)),
        Row("2.9", "A transfer copies the registrant into the portfolio", nameof(DomainTransferTests), nameof(DomainTransferTests.Registrant_token_transfers_the_domain_to_registrar_management)),
        Row("2.9", "A transfer also moves the hosts below the domain", nameof(DomainTransferTests), nameof(DomainTransferTests.Registrar_token_transfers_the_domain_and_its_hosts_between_registrars)),
        Row("2.11", "Of a changed contact only a new e-mail address is pending", nameof(ContactTests), nameof(ContactTests.New_email_is_pending_until_confirmed_and_other_changes_apply_at_once)),
        Row("2.11", "An e-mail address that is not confirmed is discarded", nameof(ContactTests), nameof(ContactTests.Unconfirmed_new_email_is_dropped)),
        Row("2.14", "Names are returned with their original letters", nameof(SessionTests), nameof(SessionTests.Names_are_returned_in_Unicode)),
        Row("2.15", "A message stays in the queue until it is acknowledged", nameof(AccountTests), nameof(AccountTests.Poll_shows_the_oldest_message_until_it_is_acknowledged)),
        Row("3.1", "A client that knows only an older version gets responses in that version", nameof(SessionTests), nameof(SessionTests.Client_of_the_older_version_gets_responses_in_that_version)),
        Row("4.3", "Under registrant management a registrar has fewer rights", nameof(DomainLifeTests), nameof(DomainLifeTests.Registrar_is_refused_operations_reserved_to_the_registrant)),
        Row("4.5", "Roles limit the commands of a service user", nameof(AccountTests), nameof(AccountTests.Roles_limit_what_a_service_user_may_do)),
        Row("4.7", "A check that is not completed in time suspends the domains; they cannot be restored", nameof(ContactTests), nameof(ContactTests.Expired_check_suspends_the_domains_without_restore)),
        Row("4.7", "A registrar that is responsible for its contacts verifies them itself", nameof(ContactTests), nameof(ContactTests.Responsible_registrar_confirms_and_verifies_its_contacts)),
        Row("4.8", "A domain is renewed automatically regardless of the balance", nameof(DomainLifeTests), nameof(DomainLifeTests.Domain_renews_automatically_regardless_of_the_balance)),
        Row("4.8", "A domain without automatic renewal is suspended at expiry, can be restored, and is then deleted", nameof(DomainLifeTests), nameof(DomainLifeTests.Domain_without_renewal_is_suspended_and_then_deleted)),
        Row("5.1", "A handle is formed from initials", nameof(ContactTests), nameof(ContactTests.Handle_starts_with_the_initials)),
        Row("8", "Switches select the behavior where documents disagree", nameof(SessionTests), nameof(SessionTests.Quirks_select_the_documented_variants_of_responses)),
    ];

    private static string Row(string section, string rule, string test, string method) => $"| {section} | {rule} | {test}, `{method}` |";
}
