using EppClient.Commands;
using EppClient.Dk;
using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.Registry.Handling;
using EppClient.IntegrationTests.Registry.Wire;
using EppClient.IntegrationTests.Requests;

namespace EppClient.IntegrationTests.Registry.Support;

/// <summary>The registry's table of compatibility with the RFCs, command by command: how it does each, what calls it here, and a test.</summary>
internal static class SupportedCommands
{
    public static IEnumerable<string> Rows =>
    [
        Row("hello", "as in RFC 5730", Call<EppSession>(nameof(EppSession.HelloAsync)), Test<CallerTests>(nameof(CallerTests.Rented_session_shows_what_was_agreed_and_responds_to_hello))),
        Row("login", "by password; a new one can be set", Call<EppSessionPool>(nameof(EppSessionPool.ChangePasswordAsync)), Test<DkRequestTests>(nameof(DkRequestTests.Login_is_written_as_published)), Test<CallerTests>(nameof(CallerTests.New_password_replaces_the_old_one_at_the_first_login))),
        Row("logout", "as in RFC 5730", Call<EppSessionPool>(nameof(EppSessionPool.DisposeAsync)), Test<DkRequestTests>(nameof(DkRequestTests.Logout_is_written_as_published))),
        Row("poll", "request and acknowledgement", Call(typeof(EppClientExtensions), nameof(EppClientExtensions.PollAsync)), Test<CallerTests>(nameof(CallerTests.Empty_queue_has_no_message_and_acknowledging_what_is_not_there_is_refused))),
        Row("domain:check", "several names", Type<DomainCheck>(), Test<SessionTests>(nameof(SessionTests.Names_come_back_with_their_own_letters))),
        Row("domain:info", "admin and payer for those concerned alone", Call<DkRegistrar>(nameof(DkRegistrar.GetDomainAsync)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_is_applied_for_registered_and_read))),
        Row("domain:create", "decided later, by message; needs the acceptance of the terms; no VID, no order numbers", Call<DkRegistrar>(nameof(DkRegistrar.ApplyAsync)), Test<DomainCreateTests>(nameof(DomainCreateTests.Create_queues_an_application_whose_outcome_comes_by_message)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_is_applied_for_registered_and_read))),
        Row("domain:update, name servers", "under registrant management the registrant is asked", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.SetNameServersAsync)), Test<DesiredStateTests>(nameof(DesiredStateTests.Ds_records_are_added_after_the_name_servers_that_dropped_them)), Test<DesiredStateTests>(nameof(DesiredStateTests.Ds_records_wait_where_the_registrant_is_asked_about_the_name_servers))),
        Row("domain:update, DS records", "no key data, no life of signatures", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.SetDsRecordsAsync)), Test<DesiredStateTests>(nameof(DesiredStateTests.Ds_records_come_to_what_is_wanted_by_one_command_each))),
        Row("domain:update, registrant", "alone in its command, with the acceptance of the terms", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.ChangeRegistrantAsync)), Test<PrivilegeMatrixTests>(nameof(PrivilegeMatrixTests.Cell_is_what_the_registry_does))),
        Row("domain:update, admin and payer", "under registrant management alone", Call<DkAdminRights>(nameof(DkAdminRights.SetContactsAsync)), Test<DesiredStateTests>(nameof(DesiredStateTests.Roles_come_to_what_is_wanted_by_one_command_each))),
        Row("domain:update, token", "made by the registry, dropped by null", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.CreateTransferTokenAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Either_version_makes_the_same_types))),
        Row("domain:update, automatic renewal", "registrar management alone", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.SetAutoRenewAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Paying))),
        Row("domain:renew", "one year, from two months before the end", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.RenewAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Paying)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Payer_pays_and_steps_down))),
        Row("domain:transfer", "request, with a token or between related accounts", Call<DkRegistrar>(nameof(DkRegistrar.TransferAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Domain_is_transferred_with_a_token_or_where_it_is_allowed_without)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_is_signed_moved_to_other_servers_and_transferred_by_token))),
        Row("domain:delete", "30 days later", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.EndRightOfUseAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Ending_the_right_of_use_and_restoring))),
        Row("restore", "the report alone, in one step", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.RestoreAsync)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_is_deleted_and_restored_by_report))),
        Row("contact:check", "several handles", Type<ContactCheck>(), Test<CorpusTests>(nameof(CorpusTests.Published_request_gets_a_response_that_is_valid))),
        Row("contact:info", "registrants, and contacts of one's own", Call<DkRegistrar>(nameof(DkRegistrar.GetContactAsync)), Test<ContactTests>(nameof(ContactTests.Info_shows_registrants_to_all_and_others_to_those_concerned))),
        Row("contact:create", "no handle of one's own choice", Call<DkRegistrar>(nameof(DkRegistrar.CreateOrReuseContactAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Contact_is_created_once_and_found_again))),
        Row("contact:update", "new addresses for e-mail wait for a confirmation, all else is done at once", Call<DkRegistrarContact>(nameof(DkRegistrarContact.UpdateAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Contact_data_changes_where_nothing_has_locked_it)), Test<LifecycleTests>(nameof(LifecycleTests.New_email_is_shown_as_waiting_until_it_is_confirmed))),
        Row("contact:transfer, contact:delete", "never: a transfer copies the registrant, the registry deletes who is not used", "none: 2101", Test<SessionTests>(nameof(SessionTests.What_is_no_command_of_the_registry_is_refused_by_name)), Test<RegistryInitiatedChangeTests>(nameof(RegistryInitiatedChangeTests.Unused_contacts_are_deleted_after_14_days))),
        Row("host:check", "several names", Type<HostCheck>(), Test<LifecycleTests>(nameof(LifecycleTests.Host_lives_from_create_to_delete))),
        Row("host:info", "as in RFC 5732", Call<DkRegistrar>(nameof(DkRegistrar.GetHostAsync)), Test<LifecycleTests>(nameof(LifecycleTests.Host_lives_from_create_to_delete))),
        Row("host:create", "waits for the registrant above it, or the manager that is wanted", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.CreateHostAsync)), Test<HostTests>(nameof(HostTests.Host_below_a_registrant_managed_domain_waits_for_the_registrant)), Test<HostTests>(nameof(HostTests.Requested_manager_accepts_or_lets_the_host_lapse))),
        Row("host:update", "addresses at once, another manager once it agrees; no new name", Call<DkHostRights>(nameof(DkHostRights.SetAddressesAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Manager_of_a_host_is_asked_and_addresses_come_to_what_is_wanted))),
        Row("host:delete", "while no domain needs it", Call<DkHostRights>(nameof(DkHostRights.DeleteAsync)), Test<HostTests>(nameof(HostTests.Host_is_deleted_when_no_domain_needs_it))),
        Row("balance:info", "an extension of Verisign's", Type<BalanceInfo>(), Test<LifecycleTests>(nameof(LifecycleTests.Domain_is_applied_for_registered_and_read))),
    ];

    private static string Row(string command, string atTheRegistry, string call, params IReadOnlyList<string> tests) =>
        $"| {command} | {atTheRegistry} | {call} | {string.Join("; ", tests)} |";

    private static string Type<T>() => $"`{typeof(T).Name}`";

    private static string Call<T>(string member) => Call(typeof(T), member);

    private static string Call(Type type, string member) => $"`{type.Name}.{member}`";

    private static string Test<T>(string method) => $"{typeof(T).Name}, `{method}`";
}
