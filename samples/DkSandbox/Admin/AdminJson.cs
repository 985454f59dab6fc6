using System.Text.Json.Serialization;

namespace DkSandbox.Admin;

/// <summary>The JSON of the page and its actions.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RegistryView))]
[JsonSerializable(typeof(ExchangeView))]
[JsonSerializable(typeof(IReadOnlyList<HistoryView>))]
[JsonSerializable(typeof(TransferView))]
[JsonSerializable(typeof(ConnectionView))]
[JsonSerializable(typeof(ClockMove))]
[JsonSerializable(typeof(CheckEnd))]
[JsonSerializable(typeof(Bounce))]
[JsonSerializable(typeof(ConsentResponse))]
[JsonSerializable(typeof(ShutdownOrder))]
[JsonSerializable(typeof(FaultOrder))]
[JsonSerializable(typeof(Deposit))]
[JsonSerializable(typeof(DomainOrder))]
[JsonSerializable(typeof(OfferOrder))]
[JsonSerializable(typeof(FastTrackOrder))]
[JsonSerializable(typeof(TransferOrder))]
[JsonSerializable(typeof(TokenView))]
[JsonSerializable(typeof(Refusal))]
internal sealed partial class AdminJson : JsonSerializerContext;
