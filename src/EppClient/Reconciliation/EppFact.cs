namespace EppClient.Reconciliation;

/// <summary>Something that an update asks for, compared with what the registry shows.</summary>
/// <param name="Name">What it is, such as <c>name server ns1.example</c>. Never a secret or personal data: it stands in explanations.</param>
/// <param name="Holds">Whether the registry shows it as the update wants it; null where it does not show it.</param>
public readonly record struct EppFact(string Name, bool? Holds);
