namespace EppClient.Dk.Testing.State;

/// <summary>A message in a service user's queue. The payload is the object at the time when the message was written.</summary>
internal sealed record DkMessage(long Id, DateTimeOffset Queued, string Text, DkMessagePayload? Payload);
