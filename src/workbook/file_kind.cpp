#include "panelbook/workbook/file_kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "panelbook/workbook/ods.hpp"
#include "panelbook/workbook/text_encoding.hpp"
#include "panelbook/workbook/xls.hpp"

namespace panelbook::workbook {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view save_as_xlsx = "Open it in Excel and save it as .xlsx.";
constexpr std::string_view send_a_workbook = "Put the figures in an Excel workbook and send that.";

/// A kind of file told by how it begins.
struct Beginning {
    std::string_view bytes;
    std::string_view message;
    std::string_view remedy;
};

constexpr std::string_view before_excel_5 = "The file is of Excel 4 or an older Excel, which is not read.";
constexpr std::string_view picture = "The file is a picture, not a workbook.";

constexpr std::array beginnings{
    Beginning{"\x09\x04\x06\x00"sv, before_excel_5, save_as_xlsx},
    Beginning{"\x09\x02\x06\x00"sv, before_excel_5, save_as_xlsx},
    Beginning{"\x09\x00\x04\x00"sv, before_excel_5, save_as_xlsx},
    Beginning{"%PDF"sv, "The file is a PDF, not a workbook.", send_a_workbook},
    Beginning{"{\\rtf"sv, "The file is a text document (RTF), not a workbook.", send_a_workbook},
    Beginning{"ID;P"sv, "The file is in the SYLK format (.slk), which is not read.", save_as_xlsx},
    Beginning{"TABLE\r\n0,1\r\n"sv, "The file is in the DIF format (.dif), which is not read.", save_as_xlsx},
    Beginning{"TABLE\n0,1\n"sv, "The file is in the DIF format (.dif), which is not read.", save_as_xlsx},
    Beginning{"\x89PNG"sv, picture, send_a_workbook},
    Beginning{"\xFF\xD8\xFF"sv, picture, send_a_workbook},
    Beginning{"GIF8"sv, picture, send_a_workbook},
    Beginning{"\x1F\x8B"sv, "The file is packed with gzip.", "Unpack it and send the workbook itself."},
    Beginning{"7z\xBC\xAF\x27\x1C"sv, "The file is packed with 7-Zip.", "Unpack it and send the workbook itself."},
    Beginning{"Rar!\x1A\x07"sv, "The file is packed with RAR.", "Unpack it and send the workbook itself."},
};

constexpr std::string_view compound_signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// Names that promise something other than delimited text.
constexpr std::array not_text_extensions{".xlsx"sv, ".xlsm"sv, ".xltx"sv, ".xltm"sv, ".xlsb"sv, ".xls"sv, ".xlt"sv,
                                         ".xlw"sv,  ".ods"sv,  ".ots"sv,  ".fods"sv, ".docx"sv, ".doc"sv, ".pdf"sv,
                                         ".zip"sv,  ".xml"sv,  ".html"sv, ".htm"sv,  ".json"sv};

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return lower;
}

std::string extension_of(std::string_view name) {
    const std::size_t at = name.rfind('.');
    return at == std::string_view::npos ? std::string() : lower_case(name.substr(at));
}

bool is_markup(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos) return false;
    const std::string start = lower_case(text.substr(at, 16));
    for (const std::string_view tag : {"<?xml"sv, "<!doctype"sv, "<html"sv, "<table"sv, "<workbook"sv}) {
        if (start.starts_with(tag)) return true;
    }
    return false;
}

bool is_mostly_text(std::string_view text) {
    const std::string_view beginning = text.substr(0, 4096);
    const auto controls = std::count_if(beginning.begin(), beginning.end(), [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value < 0x20 && value != '\t' && value != '\r' && value != '\n';
    });
    return controls * 10 <= static_cast<std::ptrdiff_t>(beginning.size());
}

FileKind kind_of_text(std::string_view bytes, std::string_view name) {
    const std::optional<Encoding> encoding = encoding_of(bytes);
    if (!encoding)
        throw not_read("The file is neither a workbook nor text: it holds zero bytes, which no text does.",
                       std::string(save_as_xlsx));
    // Marks of files that are no table stand at the very beginning.
    const std::string beginning = to_utf8(bytes.substr(0, 8192), *encoding);
    if (is_markup(beginning) && begins_as_flat_ods(beginning)) return FileKind::flat_ods;
    if (is_markup(beginning))
        throw not_read("The file is a web page or XML, whatever it is called, and not a workbook.",
                       std::string(save_as_xlsx));
    if (!is_mostly_text(beginning))
        throw not_read("The file is neither a workbook nor text.", std::string(save_as_xlsx));
    const std::string extension = extension_of(name);
    if (std::find(not_text_extensions.begin(), not_text_extensions.end(), extension) != not_text_extensions.end())
        throw not_read("The file is called " + extension + " but holds plain text.",
                       "Send the workbook itself. If it is comma-separated text, give it a name that ends in .csv.");
    return FileKind::text;
}

}  // namespace

FileKind kind_of_file(std::string_view bytes, std::string_view name) {
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw Refused("file-empty", "The file is empty.", "Send it again; check that it is whole before you send it.");
    if (bytes.find_first_not_of('\0') == std::string_view::npos)
        throw damaged("It holds nothing but zero bytes, as after a copy that failed.");
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) return FileKind::zip;
    if (bytes.starts_with(compound_signature)) return FileKind::compound;
    if (begins_with_biff(bytes)) return FileKind::biff;
    for (const Beginning& beginning : beginnings) {
        if (bytes.starts_with(beginning.bytes))
            throw not_read(std::string(beginning.message), std::string(beginning.remedy));
    }
    return kind_of_text(bytes, name);
}

}  // namespace panelbook::workbook
