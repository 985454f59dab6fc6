namespace EppClient.Dk.Testing.State;

/// <summary>A message of a service user's queue. The payload is what the object looked like when it was written.</summary>
internal sealed record DkMessage(long Id, DateTimeOffset Queued, string Text, DkMessagePayload? Payload);
