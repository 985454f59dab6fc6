using EppClient.Commands;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Commands.Update;
using EppClient.Dk.Testing.Protocol;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Finds the handler of a command.</summary>
internal static class DkDispatcher
{
    private const string Request = "request";

    private static readonly DkResult NoData = new(2400, "Command does not match endpoint or command data is missing");
    private static readonly DkResult InvalidAddress = new(2005, "Invalid IP address");

    /// <summary>Checks that the command has an object, and that the object matches its verb.</summary>
    public static DkResult? CheckObject(ServerCommand command) => command.Object switch
    {
        null => NoData,
        IEppCommand known when known.Verb.ToString().Equals(command.Verb, StringComparison.OrdinalIgnoreCase) => null,
        _ => NoData,
    };

    public static DkResult Dispatch(DkCall call, ServerCommand command) => command.Object switch
    {
        null => Poll(call, command),
        DomainCheck check => CheckHandler.Domains(call, check.Names),
        DomainInfo info => InfoHandler.Domain(call, info.Name),
        DomainCreate create => DomainCreateHandler.Handle(call, DomainRequests.From(create, command.Extensions)),
        DomainRenew renew => DomainRenewHandler.Handle(call, DomainRequests.From(renew)),
        DomainUpdate update => DomainUpdateHandler.Handle(call, DomainRequests.From(update, command.Extensions)),
        DomainDelete delete => DomainDeleteHandler.Handle(call, delete.Name),
        DomainTransfer transfer when command.Operation == Request => DomainTransferHandler.Handle(call, DomainRequests.From(transfer)),
        ContactCheck check => CheckHandler.Contacts(call, check.Ids),
        ContactInfo info => InfoHandler.Contact(call, info.Id),
        ContactCreate create => ContactCreateHandler.Handle(call, ContactRequests.From(create, command.Extensions)),
        ContactUpdate update => ContactUpdateHandler.Handle(call, ContactRequests.From(update, command.Extensions)),
        HostCheck check => CheckHandler.Hosts(call, check.Names),
        HostInfo info => InfoHandler.Host(call, info.Name),
        HostCreate create => HostRequests.From(create, command.Extensions) is { } request ? HostCreateHandler.Handle(call, request) : InvalidAddress,
        HostUpdate update => HostRequests.From(update, command.Extensions) is { } request ? HostUpdateHandler.Handle(call, request) : InvalidAddress,
        HostDelete delete => HostDeleteHandler.Handle(call, delete.Name),
        BalanceInfo => BalanceHandler.Handle(call),

        // The registry has never supported deleting or transferring contacts, or a transfer operation other than request.
        _ => DkResult.Unimplemented,
    };

    private static DkResult Poll(DkCall call, ServerCommand command) => command.Operation switch
    {
        "req" => PollHandler.Request(call),
        "ack" => PollHandler.Acknowledge(call, command.MessageId),
        _ => NoData,
    };
}
