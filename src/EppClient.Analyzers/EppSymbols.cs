using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EppClient.Analyzers;

/// <summary>The types of EppClient in a compilation, and what calls of its methods mean.</summary>
internal sealed class EppSymbols
{
    private readonly INamedTypeSymbol _clientExtensions;
    private readonly INamedTypeSymbol _client;
    private readonly INamedTypeSymbol? _command;
    private readonly INamedTypeSymbol? _transfer;
    private readonly INamedTypeSymbol?[] _transforms;
    private readonly INamedTypeSymbol? _create;

    private EppSymbols(Compilation compilation, INamedTypeSymbol client, INamedTypeSymbol extensions)
    {
        (_client, _clientExtensions) = (client, extensions);
        Pool = compilation.GetTypeByMetadataName("EppClient.EppSessionPool");
        PollMessage = compilation.GetTypeByMetadataName("EppClient.Commands.PollMessage");
        PollAcknowledge = compilation.GetTypeByMetadataName("EppClient.Commands.PollAcknowledge");
        OutcomeUnknown = compilation.GetTypeByMetadataName("EppClient.EppOutcomeUnknownException");
        EppException = compilation.GetTypeByMetadataName("EppClient.EppException");
        Exception = compilation.GetTypeByMetadataName("System.Exception");
        Response = compilation.GetTypeByMetadataName("EppClient.EppResponse");
        DkDomain = compilation.GetTypeByMetadataName("EppClient.Dk.IDkDomain");
        DkRegistrarDomain = compilation.GetTypeByMetadataName("EppClient.Dk.DkRegistrarDomain");
        DkRegistrar = compilation.GetTypeByMetadataName("EppClient.Dk.IDkRegistrar");
        _command = compilation.GetTypeByMetadataName("EppClient.IEppCommand");
        _transfer = compilation.GetTypeByMetadataName("EppClient.IEppTransferCommand");
        _create = compilation.GetTypeByMetadataName("EppClient.IEppCreateCommand");
        _transforms =
        [
            _create,
            compilation.GetTypeByMetadataName("EppClient.IEppDeleteCommand"),
            compilation.GetTypeByMetadataName("EppClient.IEppRenewCommand"),
            compilation.GetTypeByMetadataName("EppClient.IEppUpdateCommand"),
        ];
    }

    public INamedTypeSymbol? Pool { get; }

    public INamedTypeSymbol? PollMessage { get; }

    public INamedTypeSymbol? PollAcknowledge { get; }

    public INamedTypeSymbol? OutcomeUnknown { get; }

    public INamedTypeSymbol? EppException { get; }

    public INamedTypeSymbol? Exception { get; }

    public INamedTypeSymbol? Response { get; }

    public INamedTypeSymbol? DkDomain { get; }

    public INamedTypeSymbol? DkRegistrarDomain { get; }

    public INamedTypeSymbol? DkRegistrar { get; }

    /// <summary>Gets the symbols; null if the compilation does not use EppClient.</summary>
    public static EppSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("EppClient.IEppClient") is { } client && compilation.GetTypeByMetadataName("EppClient.EppClientExtensions") is { } extensions
            ? new EppSymbols(compilation, client, extensions)
            : null;

    /// <summary>Whether a call is one of the extension methods of clients with a name.</summary>
    public bool IsClientCall(IInvocationOperation call, string name) =>
        call.TargetMethod.Name == name && Same(call.TargetMethod.ContainingType, _clientExtensions);

    /// <summary>The command that a call sends; null if it sends none.</summary>
    public IOperation? SentCommand(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isSend = method.Name is "SendAsync" or "TrySendAsync" or "SendCoreAsync"
            && (Same(method.ContainingType, _clientExtensions) || Same(method.ContainingType, _client) || method.ContainingType.AllInterfaces.Any(i => Same(i, _client)));
        return isSend ? call.Arguments.Select(argument => WithoutConversion(argument.Value)).FirstOrDefault(value => Is(value.Type, _command)) : null;
    }

    /// <summary>Whether a command certainly changes something: its static type says so, and it is not a transfer query.</summary>
    public bool IsTransform(IOperation command) =>
        command.Type is { } type
        && (_transforms.Any(transform => Is(type, transform)) || Same(type, PollAcknowledge) || (Is(type, _transfer) && IsTransferRequest(command)));

    /// <summary>Whether a command is one that registries often decide on later: a create or a transfer.</summary>
    public bool IsOftenPending(IOperation command) => Is(command.Type, _create) || (Is(command.Type, _transfer) && IsTransferRequest(command));

    /// <summary>Whether a type is, derives from, or implements another type.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? other)
    {
        if (type is null || other is null)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Same(current, other))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(i => Same(i, other));
    }

    public static bool Same(ISymbol? one, ISymbol? other) => one is not null && SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other?.OriginalDefinition);

    /// <summary>The value below conversions and awaits.</summary>
    public static IOperation WithoutConversion(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand })
        {
            value = operand;
        }

        return value;
    }

    // DomainTransfer.Query and the like; a transfer whose operation is not visible counts as a query.
    private static bool IsTransferRequest(IOperation command) => command is IInvocationOperation { TargetMethod: { IsStatic: true, Name: "Request" or "Approve" or "Reject" or "Cancel" or "Transfer" } };
}
