namespace EppClient.Protocol;

/// <summary>What a registry's answers say about a command that got none itself.</summary>
public enum EppReconciliationVerdict
{
    /// <summary>The answers do not settle it; <see cref="EppReconciliation.Explanation"/> says what is missing.</summary>
    CannotTell,

    /// <summary>What the command asks for stands at the registry, or waits there for a decision. Do not send it again.</summary>
    Applied,

    /// <summary>The registry did not carry it out. Nothing is lost by sending it again.</summary>
    NotApplied,
}
