namespace EppClient.Dk.Testing.Requests;

internal sealed record DomainRenewRequest(string Name, DateOnly CurrentExpiry, int? Years = null, bool IsInMonths = false);

internal sealed record DomainTransferRequest(string Name, string? Token);
