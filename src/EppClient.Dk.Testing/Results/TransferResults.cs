namespace EppClient.Dk.Testing.Results;

/// <summary>The registry's literal responses to transfers.</summary>
internal static class TransferResults
{
    public static DkResult NoDomain { get; } = new(2303, "Cannot change registrar on non-existent domain");

    public static DkResult NoPrivilege { get; } = new(2201, "No privilege. You are not authorized to transfer domain");

    public static DkResult AlreadyRegistrarManaged { get; } = new(2302, "Domain is already registrar managed.");

    public static DkResult TokenRequired { get; } = new(2201, "Change of registrar without authinfo token is not currently allowed");

    public static DkResult NotRelated { get; } = new(2305, "No NSA for domain is member of this registrar group");

    public static DkResult WrongToken { get; } = new(2202, "Supplied authinfo token is not valid for this domain/operation");

    public static DkResult NoValidToken { get; } = new(2201, "Object is not eligible for transfer, no valid authinfo token");

    public static DkResult NotReady { get; } = new(2106, "Object is not ready for transfer at this time");

    public static DkResult Unpaid { get; } = new(2106, "Object is not eligible for transfer, payment status prohibits transfer");

    public static DkResult NoCredit { get; } = new(2104, "Billing failure");

    public static DkResult StatusProhibits { get; } = new(2106, "Object is not eligible for transfer, domain status prohibits transfer");
}
