using System.Collections.Frozen;
using System.Globalization;

namespace EppClient;

/// <summary>
/// A result code (RFC 5730, section 3). Any number is allowed: registries send codes that the RFC does not list, especially when they are about to
/// close the session.
/// </summary>
/// <param name="Value">The four digits.</param>
public readonly record struct EppResultCode(int Value)
{
    /// <summary>1000: the command completed.</summary>
    public static readonly EppResultCode Success = new(1000);

    /// <summary>1001: accepted; a poll message reports the outcome.</summary>
    public static readonly EppResultCode ActionPending = new(1001);

    /// <summary>1300: the message queue is empty.</summary>
    public static readonly EppResultCode NoMessages = new(1300);

    /// <summary>1301: the response contains a message; acknowledge it to get the next one.</summary>
    public static readonly EppResultCode MessageFollows = new(1301);

    /// <summary>1500: the command completed and the session ends.</summary>
    public static readonly EppResultCode SuccessEndingSession = new(1500);

    /// <summary>2000: unknown command.</summary>
    public static readonly EppResultCode UnknownCommand = new(2000);

    /// <summary>2001: syntax error.</summary>
    public static readonly EppResultCode SyntaxError = new(2001);

    /// <summary>2002: not allowed at this point, for example before login.</summary>
    public static readonly EppResultCode UseError = new(2002);

    /// <summary>2003: a required parameter is missing.</summary>
    public static readonly EppResultCode ParameterMissing = new(2003);

    /// <summary>2004: a parameter is out of range.</summary>
    public static readonly EppResultCode ParameterRange = new(2004);

    /// <summary>2005: a parameter is malformed.</summary>
    public static readonly EppResultCode ParameterSyntax = new(2005);

    /// <summary>2101: the command is not implemented.</summary>
    public static readonly EppResultCode UnimplementedCommand = new(2101);

    /// <summary>2102: an option is not implemented.</summary>
    public static readonly EppResultCode UnimplementedOption = new(2102);

    /// <summary>2103: the extension is not implemented.</summary>
    public static readonly EppResultCode UnimplementedExtension = new(2103);

    /// <summary>2104: a billing failure, for example insufficient funds.</summary>
    public static readonly EppResultCode BillingFailure = new(2104);

    /// <summary>2105: the object cannot be renewed now.</summary>
    public static readonly EppResultCode NotEligibleForRenewal = new(2105);

    /// <summary>2106: the object cannot be transferred now.</summary>
    public static readonly EppResultCode NotEligibleForTransfer = new(2106);

    /// <summary>2200: the user name or password is wrong.</summary>
    public static readonly EppResultCode AuthenticationError = new(2200);

    /// <summary>2201: the client is not authorized to do that.</summary>
    public static readonly EppResultCode AuthorizationError = new(2201);

    /// <summary>2202: the authorization information is wrong.</summary>
    public static readonly EppResultCode InvalidAuthorizationInformation = new(2202);

    /// <summary>2300: a transfer is pending.</summary>
    public static readonly EppResultCode ObjectPendingTransfer = new(2300);

    /// <summary>2301: no transfer is pending.</summary>
    public static readonly EppResultCode ObjectNotPendingTransfer = new(2301);

    /// <summary>2302: the object already exists.</summary>
    public static readonly EppResultCode ObjectExists = new(2302);

    /// <summary>2303: the object does not exist.</summary>
    public static readonly EppResultCode ObjectDoesNotExist = new(2303);

    /// <summary>2304: the object's status prohibits the operation.</summary>
    public static readonly EppResultCode ObjectStatusProhibitsOperation = new(2304);

    /// <summary>2305: another object depends on this one.</summary>
    public static readonly EppResultCode ObjectAssociationProhibitsOperation = new(2305);

    /// <summary>2306: a parameter violates the registry's policy.</summary>
    public static readonly EppResultCode ParameterPolicyError = new(2306);

    /// <summary>2307: the object service is not implemented.</summary>
    public static readonly EppResultCode UnimplementedObjectService = new(2307);

    /// <summary>2308: the data violates the registry's data management policy.</summary>
    public static readonly EppResultCode DataPolicyViolation = new(2308);

    /// <summary>2400: the registry failed.</summary>
    public static readonly EppResultCode CommandFailed = new(2400);

    /// <summary>2500: the registry failed and closes the session.</summary>
    public static readonly EppResultCode CommandFailedClosingSession = new(2500);

    /// <summary>2501: authentication failed and the session is closed.</summary>
    public static readonly EppResultCode AuthenticationErrorClosingSession = new(2501);

    /// <summary>2502: too many sessions; this one is closed.</summary>
    public static readonly EppResultCode SessionLimitClosingSession = new(2502);

    private static readonly FrozenSet<int> BaseCodes = FrozenSet.ToFrozenSet(
    [
        1000, 1001, 1300, 1301,
        2000, 2001, 2002, 2003, 2004, 2005, 2100, 2101, 2102, 2103, 2104, 2105, 2106,
        2200, 2201, 2202, 2300, 2301, 2302, 2303, 2304, 2305, 2306, 2307, 2308, 2400,
    ]);

    /// <summary>Whether the command was carried out or accepted: 1xxx.</summary>
    public bool IsSuccess => Value is >= 1000 and < 2000;

    /// <summary>Whether the action is pending at the registry: 1001, or 1501 if the session closes too.</summary>
    public bool IsActionPending => Value is 1001 or 1501;

    /// <summary>Whether the registry closes the session with this response: x5xx.</summary>
    public bool IsSessionClosing => Value / 100 % 10 == 5;

    /// <summary>
    /// The codes that this closing code may replace. Some registries, .dk among them, keep the first and the last two digits and set the second to 5,
    /// so 2503 may replace 2003, 2103 or 2303. For other codes, the code itself. Never guess one of several; the text of the result distinguishes
    /// them.
    /// </summary>
    public IReadOnlyList<EppResultCode> PossibleOriginals
    {
        get
        {
            if (!IsSessionClosing)
            {
                return [this];
            }

            var (kind, last) = (Value / 1000, Value % 100);
            List<EppResultCode> originals = [];
            for (var category = 0; category < 5; category++)
            {
                var candidate = (kind * 1000) + (category * 100) + last;
                if (BaseCodes.Contains(candidate))
                {
                    originals.Add(new EppResultCode(candidate));
                }
            }

            return originals;
        }
    }

    /// <summary>The four digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
