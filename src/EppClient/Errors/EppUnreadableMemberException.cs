using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// A member was asked for that the registry's message lacks, or holds in a form that cannot be read. The message itself was delivered, and the
/// other members can be read; <see cref="EppResponse.ReadDiagnostics"/> lists what cannot, and docs/odd-responses.md tells what to do.
/// </summary>
/// <remarks>Thrown by required members of records that were read, by members whose absence would have a meaning, and never while a command is sent.</remarks>
public sealed class EppUnreadableMemberException : EppException
{
    internal EppUnreadableMemberException(string member, EppReadDiagnostic? diagnostic)
        : base(diagnostic is null ? $"{member} has no value: nothing set it." : $"{member} cannot be read: {diagnostic}.", null)
    {
        Member = member;
        Diagnostic = diagnostic;
    }

    /// <summary>The member, such as <c>DomainInfoResult.Name</c>.</summary>
    public string Member { get; }

    /// <summary>What is wrong with it and where; null where the record was not read but made, without this member.</summary>
    public EppReadDiagnostic? Diagnostic { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    /// <remarks>The registry has answered.</remarks>
    public override EppDelivery Delivery => EppDelivery.Answered;
}
