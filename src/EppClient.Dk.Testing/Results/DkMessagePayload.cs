using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.Results;

/// <summary>What a message of the queue carries beside its text: the object as it was, or the outcome of a command.</summary>
[JsonDerivedType(typeof(DomainView), "domain")]
[JsonDerivedType(typeof(ContactView), "contact")]
[JsonDerivedType(typeof(HostView), "host")]
[JsonDerivedType(typeof(TransferView), "transfer")]
[JsonDerivedType(typeof(PendingActionView), "pendingAction")]
internal abstract record DkMessagePayload;
