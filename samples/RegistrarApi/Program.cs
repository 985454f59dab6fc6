using RegistrarApi;

// A web API of a .dk registrar. It has no authentication, so it listens on loopback only; the API is at /docs, health at /health, metrics at /metrics.
// Without settings it uses a registry in the current process. With an account:
//   Epp__Dk__Password=... dotnet run --project samples/RegistrarApi -- --Epp:Dk:Host=epp.example --Epp:Dk:ClientId=EPP-100001 --Epp:Dk:SponsorId=REG-100001
await using var app = await RegistrarApplication.CreateAsync(args);
await app.RunAsync();
