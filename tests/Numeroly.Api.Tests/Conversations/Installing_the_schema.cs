using System.Security.Cryptography;
using System.Text;
using Numeroly.Api.Conversations;
using Numeroly.Harness;

namespace Numeroly.Api.Tests.Conversations;

public class Installing_the_schema
{
    [Fact]
    public void A_changed_part_has_a_raised_version()
    {
        IReadOnlyList<string> lines =
        [
            .. ConversationRegistration.Schema.Select(part => $"{part.Name} {part.Version} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.Sql)))}"),
        ];

        lines.ShouldBe(
            Approval.ApprovedLines("schema", "txt", lines),
            "Nodes apply a part only when its version is higher than the installed one. Change it so that applying it to an existing database adds what is new, raise its version, and approve the line.");
    }
}
