#include "support/ods_file.hpp"

namespace panelbook::tests {

namespace {

const std::string media_type = "application/vnd.oasis.opendocument.spreadsheet";

std::string space(const std::string& prefix) {
    return " xmlns:" + prefix + "='urn:oasis:names:tc:opendocument:xmlns:" + prefix + ":1.0'";
}

}  // namespace

std::string ods_content(const OdsContentXml& content) {
    return "<?xml version='1.0' encoding='UTF-8'?><office:document-content" + space("office") + space("table") +
           space("text") + space("style") + space("drawing") +
           " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
           "<office:automatic-styles>" +
           content.styles + "</office:automatic-styles><office:body><office:spreadsheet>" + content.tables +
           "</office:spreadsheet></office:body></office:document-content>";
}

std::vector<PackagePart> ods_parts(const OdsContentXml& content) {
    const std::string manifest = "<manifest:manifest" + space("manifest") +
                                 "><manifest:file-entry manifest:full-path='/' manifest:media-type='" + media_type +
                                 "'/></manifest:manifest>";
    return {{"mimetype", media_type}, {"content.xml", ods_content(content)}, {"META-INF/manifest.xml", manifest}};
}

std::string ods_of_rows(const std::string& rows) {
    return zip_bytes(ods_parts({"<table:table table:name='S'>" + rows + "</table:table>"}));
}

}  // namespace panelbook::tests
