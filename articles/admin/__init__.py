"""Django's admin, as editors use it: one module for each thing they do."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.articles import ArticleAdmin
from articles.admin.dumps import DumpAdmin
from articles.admin.names import AuthorAdmin, PlaceAdmin, SectionAdmin, SourceAdmin
from articles.admin.runs import RunAdmin
from articles.admin.tags import TagAdmin
from articles.models import Article, Author, Dump, ImportRun, Place, Section, Source, Tag

admin.site.site_header = admin.site.site_title = _("News archive: editing")
admin.site.index_title = _("What editors look after")

admin.site.register(Article, ArticleAdmin)
admin.site.register(Author, AuthorAdmin)
admin.site.register(Dump, DumpAdmin)
admin.site.register(ImportRun, RunAdmin)
admin.site.register(Place, PlaceAdmin)
admin.site.register(Section, SectionAdmin)
admin.site.register(Source, SourceAdmin)
admin.site.register(Tag, TagAdmin)
