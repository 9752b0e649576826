namespace Numeroly.Assistant.Replying.Guiding.Remembering;

/// <summary>The family names that nearly all Vietnamese names begin with, folded.</summary>
internal static class VietnameseSurnames
{
    private static readonly HashSet<string> Names =
    [
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly", "dinh", "dao", "doan", "vuong", "trinh", "truong", "lam",
        "phung", "mai", "to", "ha", "ta", "cao", "luong", "luu", "chu", "thai", "ton", "tong", "quach", "trieu", "kieu", "nghiem", "la", "lai", "thach", "ma", "nong", "be", "khuat", "tang",
        "chau", "bach", "dam", "diep", "giang", "han", "hua", "khong", "kim", "la", "mac", "ngan", "nhan", "ong", "pho", "quan", "sam", "su", "than", "tieu", "ung", "van", "vi", "xa", "au", "an", "banh", "cu", "dau", "doi",
    ];

    public static bool Contains(string plain) => Names.Contains(plain);
}
