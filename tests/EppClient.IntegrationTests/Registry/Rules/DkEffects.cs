using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.Registry.Wire;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>Rules that no single answer tells, each with the test that has more to look at.</summary>
internal static class DkEffects
{
    public static IReadOnlyList<string> Rows { get; } =
    [
        Row("1.3", "The greeting offers what the profile expects", nameof(DkProfileTests), nameof(DkProfileTests.Greeting_offers_what_the_profile_expects)),
        Row("1.5", "A session ends after 300 seconds of silence, and after 8 hours", nameof(SessionTests), nameof(SessionTests.Silent_or_old_session_is_closed)),
        Row("1.6", "The third equal error ends the session, with the code in its closing form", nameof(SessionTests), nameof(SessionTests.Third_error_of_a_kind_ends_the_session)),
        Row("1.6", "A shutdown gives each session one more answer, with the code in its closing form", nameof(SessionTests), nameof(SessionTests.Shutdown_gives_each_session_one_more_response)),
        Row("1.6", "A message of more than 256 KB ends the connection without an answer", nameof(SessionTests), nameof(SessionTests.Frame_over_the_limit_closes_without_a_response)),
        Row("1.9", "What is no command here is refused by its name", nameof(SessionTests), nameof(SessionTests.What_is_no_command_of_the_registry_is_refused_by_name)),
        Row("2.4", "The outcome of an application comes as one message", nameof(DomainCreateTests), nameof(DomainCreateTests.Create_queues_an_application_whose_outcome_comes_by_message)),
        Row("2.4", "The first of two applications gets the name", nameof(DomainCreateTests), nameof(DomainCreateTests.Two_applications_for_a_name_give_it_to_the_first)),
        Row("2.4", "A registrant that has to be checked gets an inactive domain until then", nameof(DomainCreateTests), nameof(DomainCreateTests.Registrant_that_has_to_be_checked_gets_an_inactive_domain_until_then)),
        Row("2.6", "The first part of an update that fails undoes all", nameof(DomainUpdateTests), nameof(DomainUpdateTests.First_failing_part_undoes_all_parts)),
        Row("2.6 a", "A new registrant that has to be checked waits", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Registrant_that_has_to_be_checked_waits)),
        Row("2.6 a", "What is not checked in time is dropped", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Registrant_change_that_is_not_checked_in_time_is_dropped)),
        Row("2.6 b", "A change of name servers removes all DS records and the token", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Name_server_change_takes_signers_and_tokens_along)),
        Row("2.6 b", "Name servers are asked before the domain goes there", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Name_servers_are_asked_before_the_domain_goes_there)),
        Row("2.6", "Under registrant management the registrant is asked", nameof(DomainUpdateTests), nameof(DomainUpdateTests.Registrant_managed_domain_waits_for_its_registrant)),
        Row("2.7", "Deletion suspends for 30 days and ends in a message", nameof(DomainLifeTests), nameof(DomainLifeTests.Delete_suspends_for_thirty_days_and_then_ends_in_a_message)),
        Row("2.8", "Restore takes the fee and gives a year", nameof(DomainLifeTests), nameof(DomainLifeTests.Restore_takes_money_and_gives_a_further_year)),
        Row("2.9", "A transfer copies the registrant into the portfolio", nameof(DomainTransferTests), nameof(DomainTransferTests.Registrants_token_moves_the_domain_under_registrar_management)),
        Row("2.9", "A transfer takes the hosts below the domain along", nameof(DomainTransferTests), nameof(DomainTransferTests.Registrars_token_moves_the_domain_and_its_hosts_between_registrars)),
        Row("2.11", "Of a changed contact only the e-mail address waits", nameof(ContactTests), nameof(ContactTests.New_email_waits_to_be_confirmed_while_the_rest_is_done)),
        Row("2.11", "An address that nobody confirms is dropped", nameof(ContactTests), nameof(ContactTests.New_email_that_nobody_confirms_is_dropped)),
        Row("2.14", "Names come back with their own letters", nameof(SessionTests), nameof(SessionTests.Names_come_back_with_their_own_letters)),
        Row("2.15", "A message stays until it is acknowledged", nameof(AccountTests), nameof(AccountTests.Poll_shows_the_oldest_message_until_it_is_acknowledged)),
        Row("3.1", "Who knows no newer version is answered in the older one", nameof(SessionTests), nameof(SessionTests.Older_version_gets_a_response_to_those_who_know_no_newer)),
        Row("4.3", "Under registrant management a registrar may do less", nameof(DomainLifeTests), nameof(DomainLifeTests.Registrar_cannot_do_what_the_registrant_alone_may)),
        Row("4.5", "Roles limit what a service user may do", nameof(AccountTests), nameof(AccountTests.Roles_limit_what_a_service_user_may_do)),
        Row("4.7", "A check that is not done in time suspends the domains beyond restore", nameof(ContactTests), nameof(ContactTests.Check_that_is_not_done_in_time_suspends_the_domains_beyond_restore)),
        Row("4.7", "A registrar that is responsible verifies by itself", nameof(ContactTests), nameof(ContactTests.Registrar_responsible_for_its_contacts_confirms_and_verifies_itself)),
        Row("4.8", "A domain renews itself whatever the balance", nameof(DomainLifeTests), nameof(DomainLifeTests.Domain_renews_itself_at_the_end_of_its_period_whatever_the_balance)),
        Row("4.8", "A domain that shall not renew is suspended, restorable, and then gone", nameof(DomainLifeTests), nameof(DomainLifeTests.Domain_without_renewal_is_suspended_restorable_and_then_gone)),
        Row("5.1", "A handle is made of initials", nameof(ContactTests), nameof(ContactTests.Handle_is_made_of_initials)),
        Row("8", "Where documents disagree a switch decides", nameof(SessionTests), nameof(SessionTests.Quirks_change_the_responses_that_documents_disagree_about)),
    ];

    private static string Row(string section, string rule, string test, string method) => $"| {section} | {rule} | {test}, `{method}` |";
}
