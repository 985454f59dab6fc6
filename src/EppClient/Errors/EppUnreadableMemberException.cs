using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>
/// A member was read that the registry's message lacks, or contains in a form that cannot be read. The message itself was delivered, and the
/// other members can be read; <see cref="EppResponse.ReadDiagnostics"/> lists the parts that cannot, and docs/odd-responses.md describes what to do.
/// </summary>
/// <remarks>Thrown by required members of records that were read, and by members whose absence has a meaning; never while a command is sent.</remarks>
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

    /// <summary>What is wrong with it and where; null if the record was not read but created without this member.</summary>
    public EppReadDiagnostic? Diagnostic { get; }

    /// <inheritdoc/>
    public override bool IsTransient => false;

    /// <inheritdoc/>
    /// <remarks>The registry has responded.</remarks>
    public override EppDelivery Delivery => EppDelivery.Answered;
}
