namespace EppClient.Dk.Testing.State;

/// <summary>A change of registrant that waits for the new registrant's check.</summary>
internal sealed record DkRegistrantChange(EppDomainName Name, string Handle, DkInitiator Initiator);
