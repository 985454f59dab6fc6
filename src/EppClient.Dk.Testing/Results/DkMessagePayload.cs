using System.Text.Json.Serialization;

namespace EppClient.Dk.Testing.Results;

/// <summary>The payload of a message: the object at that time, or the outcome of a command.</summary>
[JsonDerivedType(typeof(DomainView), "domain")]
[JsonDerivedType(typeof(ContactView), "contact")]
[JsonDerivedType(typeof(HostView), "host")]
[JsonDerivedType(typeof(TransferView), "transfer")]
[JsonDerivedType(typeof(PendingActionView), "pendingAction")]
internal abstract record DkMessagePayload;
