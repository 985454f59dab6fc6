using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Extensions.Fee;

/// <summary>A command whose price is asked for (RFC 8748, section 3.1).</summary>
[EppType(EppNamespaces.Fee, "commandType")]
public sealed partial record FeeCommandQuery
{
    /// <summary>Asks for the price of a command.</summary>
    /// <param name="command">The command.</param>
    [SetsRequiredMembers]
    public FeeCommandQuery(FeeCommand command) => Command = command;
}
