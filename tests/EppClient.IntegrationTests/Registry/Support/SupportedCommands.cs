using EppClient.Commands;
using EppClient.Dk;
using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.Registry.Handling;
using EppClient.IntegrationTests.Registry.Wire;
using EppClient.IntegrationTests.Requests;

namespace EppClient.IntegrationTests.Registry.Support;

/// <summary>The registry's RFC compatibility table by command: its behavior, the member that sends the command, and a test.</summary>
internal static class SupportedCommands
{
    public static IEnumerable<string> Rows =>
    [
        Row("hello", "as in RFC 5730", Call<EppSession>(nameof(EppSession.HelloAsync)), Test<CallerTests>(nameof(CallerTests.Rented_session_has_its_services_and_supports_hello))),
        Row("login", "by password; a new one can be set", Call<EppSessionPool>(nameof(EppSessionPool.ChangePasswordAsync)), Test<DkRequestTests>(nameof(DkRequestTests.Login_is_written_as_published)), Test<CallerTests>(nameof(CallerTests.New_password_is_set_at_the_first_login))),
        Row("logout", "as in RFC 5730", Call<EppSessionPool>(nameof(EppSessionPool.DisposeAsync)), Test<DkRequestTests>(nameof(DkRequestTests.Logout_is_written_as_published))),
        Row("poll", "request and acknowledgement", Call(typeof(EppClientExtensions), nameof(EppClientExtensions.PollAsync)), Test<CallerTests>(nameof(CallerTests.Empty_queue_has_no_message_and_rejects_an_acknowledgement))),
        Row("domain:check", "several names", Type<DomainCheck>(), Test<SessionTests>(nameof(SessionTests.Names_are_returned_in_Unicode))),
        Row("domain:info", "admin and payer are shown only to related parties", Call<DkRegistrar>(nameof(DkRegistrar.GetDomainAsync)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_application_is_registered_and_read))),
        Row("domain:create", "pending, decided by message; requires the acceptance of the terms; no VID, no order numbers", Call<DkRegistrar>(nameof(DkRegistrar.ApplyAsync)), Test<DomainCreateTests>(nameof(DomainCreateTests.Create_queues_an_application_and_its_outcome_is_a_message)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_application_is_registered_and_read))),
        Row("domain:update, name servers", "under registrant management the registrant has to consent", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.SetNameServersAsync)), Test<DesiredStateTests>(nameof(DesiredStateTests.Ds_records_are_added_after_the_name_server_change_that_removed_them)), Test<DesiredStateTests>(nameof(DesiredStateTests.Ds_records_are_not_sent_while_the_name_server_change_is_pending))),
        Row("domain:update, DS records", "no key data, no maximum signature lifetime", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.SetDsRecordsAsync)), Test<DesiredStateTests>(nameof(DesiredStateTests.Ds_records_are_set_with_one_command_each))),
        Row("domain:update, registrant", "cannot be combined with other changes; requires the acceptance of the terms", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.ChangeRegistrantAsync)), Test<PrivilegeMatrixTests>(nameof(PrivilegeMatrixTests.Registry_applies_the_cell))),
        Row("domain:update, admin and payer", "only under registrant management", Call<DkAdminRights>(nameof(DkAdminRights.SetContactsAsync)), Test<DesiredStateTests>(nameof(DesiredStateTests.Roles_are_set_with_one_command_each))),
        Row("domain:update, token", "created by the registry, removed with null", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.CreateTransferTokenAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Both_schema_versions_return_the_same_types))),
        Row("domain:update, automatic renewal", "only under registrar management", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.SetAutoRenewAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Paying))),
        Row("domain:renew", "one year, from two months before expiry", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.RenewAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Paying)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Payer_renews_and_steps_down))),
        Row("domain:transfer", "request, with a token or between related accounts", Call<DkRegistrar>(nameof(DkRegistrar.TransferAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Domain_is_transferred_with_a_token_or_without_if_allowed)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_is_signed_redelegated_and_transferred_with_a_token))),
        Row("domain:delete", "30 days later", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.EndRightOfUseAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Domain_is_deleted_and_restored))),
        Row("restore", "one step: the report", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.RestoreAsync)), Test<LifecycleTests>(nameof(LifecycleTests.Domain_is_deleted_and_restored_with_a_report))),
        Row("contact:check", "several handles", Type<ContactCheck>(), Test<CorpusTests>(nameof(CorpusTests.Published_request_gets_a_valid_response))),
        Row("contact:info", "registrants, and contacts of the own portfolio", Call<DkRegistrar>(nameof(DkRegistrar.GetContactAsync)), Test<ContactTests>(nameof(ContactTests.Info_shows_registrants_to_all_and_other_contacts_to_their_registrar))),
        Row("contact:create", "the registry assigns the handle", Call<DkRegistrar>(nameof(DkRegistrar.CreateOrReuseContactAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Existing_contact_is_reused))),
        Row("contact:update", "a new e-mail address is pending until confirmed, other changes apply at once", Call<DkRegistrarContact>(nameof(DkRegistrarContact.UpdateAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Unlocked_contact_data_is_changed)), Test<LifecycleTests>(nameof(LifecycleTests.New_email_is_shown_as_pending_until_it_is_confirmed))),
        Row("contact:transfer, contact:delete", "not supported: a transfer copies the registrant, the registry deletes unused contacts", "none: 2101", Test<SessionTests>(nameof(SessionTests.Unsupported_command_is_rejected_by_name)), Test<RegistryInitiatedChangeTests>(nameof(RegistryInitiatedChangeTests.Unused_contacts_are_deleted_after_14_days))),
        Row("host:check", "several names", Type<HostCheck>(), Test<LifecycleTests>(nameof(LifecycleTests.Host_is_created_changed_and_deleted))),
        Row("host:info", "as in RFC 5732", Call<DkRegistrar>(nameof(DkRegistrar.GetHostAsync)), Test<LifecycleTests>(nameof(LifecycleTests.Host_is_created_changed_and_deleted))),
        Row("host:create", "pending until the registrant of the domain or the requested manager consents", Call<DkRegistrarDomain>(nameof(DkRegistrarDomain.CreateHostAsync)), Test<HostTests>(nameof(HostTests.Host_below_a_registrant_managed_domain_is_pending_until_the_registrant_consents)), Test<HostTests>(nameof(HostTests.Host_is_pending_until_the_requested_manager_accepts_or_the_request_expires))),
        Row("host:update", "addresses at once, another manager after its consent; no new name", Call<DkHostRights>(nameof(DkHostRights.SetAddressesAsync)), Test<RegistrarOperationTestsInVersion45>(nameof(RegistrarOperationTests.Host_addresses_are_set_and_a_new_manager_has_to_consent))),
        Row("host:delete", "if no domain uses it", Call<DkHostRights>(nameof(DkHostRights.DeleteAsync)), Test<HostTests>(nameof(HostTests.Host_is_deleted_if_no_domain_uses_it))),
        Row("balance:info", "the Verisign extension", Type<BalanceInfo>(), Test<LifecycleTests>(nameof(LifecycleTests.Domain_application_is_registered_and_read))),
    ];

    private static string Row(string command, string atTheRegistry, string call, params IReadOnlyList<string> tests) =>
        $"| {command} | {atTheRegistry} | {call} | {string.Join("; ", tests)} |";

    private static string Type<T>() => $"`{typeof(T).Name}`";

    private static string Call<T>(string member) => Call(typeof(T), member);

    private static string Call(Type type, string member) => $"`{type.Name}.{member}`";

    private static string Test<T>(string method) => $"{typeof(T).Name}, `{method}`";
}
